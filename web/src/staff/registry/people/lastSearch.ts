/** What was looked for last, so that "back" finds it again; it lives in this tab's memory only and in no address. */
export const lastSearch = { text: '' }
