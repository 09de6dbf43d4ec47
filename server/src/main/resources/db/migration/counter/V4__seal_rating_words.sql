comment on column counter.rating_code.words is 'What the visitor wrote, sealed under counter.rating.words: people write about themselves.';
