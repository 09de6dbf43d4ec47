create schema grid;

comment on schema grid is 'Grid teams, events, visits and inspections (网格).';
