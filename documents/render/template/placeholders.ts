import { RenderProblem } from '../render-problem.ts';
import type { TemplateScope } from './template-data.ts';

/** A placeholder in a text: `{姓名}`, `{%照片}`, `{#人员}` and `{/人员}`. */
export interface Placeholder {
  kind: 'field' | 'picture' | 'open' | 'close';
  name: string;
  /** In the text, end exclusive. */
  start: number;
  end: number;
}

const pattern = /\{\s*([#/%]?)\s*([^{}#/%\s][^{}\n]{0,60}?)\s*\}/g;
const kinds = { '': 'field', '%': 'picture', '#': 'open', '/': 'close' } as const;

export function placeholdersOf(text: string): Placeholder[] {
  if (!text.includes('{')) return [];
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: sign = '', 2: name = '', index }) => ({
    kind: kinds[sign as keyof typeof kinds],
    name,
    start: index,
    end: index + whole.length,
  }));
}

/** A text of the template with its row, if it is in one. */
export interface TemplateText<Row> {
  text: string;
  /** How messages call the place: 名册!B3, 第 1 个表格第 2 行. */
  place: string;
  row: Row | null;
}

/** Rows that come once for each item of a list, first and last included. */
export interface Loop<Row> {
  name: string;
  first: Row;
  last: Row;
}

/** Finds the loops of texts in their order, and gathers in `faults` what cannot be filled. */
export function findLoops<Row>(
  texts: readonly TemplateText<Row>[],
  scope: TemplateScope,
  faults: string[],
  allowed: { pictures: boolean },
): Loop<Row>[] {
  const loops: Loop<Row>[] = [];
  let open: { name: string; first: Row; place: string } | null = null;
  for (const { text, place, row } of texts) {
    for (const { kind, name } of placeholdersOf(text)) {
      const fault = (what: string) => faults.push(`${place}：${what}`);
      if (kind === 'open') {
        if (row === null) fault(`{#${name}} 应写在表格的行中`);
        else if (open) fault(`{#${name}} 之前的 {#${open.name}} 还没有 {/${open.name}}`);
        else if (loops.at(-1)?.last === row) fault(`{#${name}} 所在的行已有循环，一行只能属于一个名单`);
        else open = { name, first: row, place };
        if (!scope.isList(name)) fault(`没有名为“${name}”的名单`);
      } else if (kind === 'close') {
        if (!open || open.name !== name) fault(`{/${name}} 之前没有 {#${name}}`);
        else if (row === null) fault(`{/${name}} 应写在表格的行中`);
        else {
          loops.push({ name, first: open.first, last: row });
          open = null;
        }
      } else if (kind === 'picture' && !allowed.pictures) {
        fault(`{%${name}} 不能使用，照片只能用在 Word 模板中`);
      } else if (!scope.knows(name, open?.name ?? null) && !isFieldOfRow(texts, row, name, scope)) {
        fault(`没有名为“${name}”的内容`);
      }
    }
  }
  if (open) faults.push(`${open.place}：{#${open.name}} 没有对应的 {/${open.name}}`);
  return loops;
}

/** Fields may stand left of `{#…}` in the first row of a loop, and right of `{/…}` in the last: whole rows are repeated. */
function isFieldOfRow<Row>(
  texts: readonly TemplateText<Row>[],
  row: Row | null,
  name: string,
  scope: TemplateScope,
): boolean {
  if (row === null) return false;
  const marks = texts.filter((text) => text.row === row).flatMap(({ text }) => placeholdersOf(text));
  return marks.some(
    ({ kind, name: list }) => (kind === 'open' || kind === 'close') && scope.knows(name, list),
  );
}

/** Ends with all faults at once, before anything is made. */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 10).join('；');
  const more = faults.length > 10 ? `等 ${faults.length} 处` : '';
  throw new RenderProblem('template-content', `模板有误，请修改后再用：${shown}${more}。`, faults);
}
