/**
 * A line of the résumé from 2006.09 to 2010.08, the rows that it must give and the words that must be marked.
 *
 * A post is written `unit#id title level duties reason [from~to]`, a study `学 school major education code degree code type
 * [from~to]`; what is empty is left out, and the dates where they are those of the line.
 */
export type Scenario = readonly [line: string, rows: readonly string[], unclear: readonly string[]];
