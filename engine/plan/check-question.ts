import { checkFieldCondition } from './check-fields.ts';
import { isRecord, Problems, type CheckContext } from './checking.ts';
import { checkCounts, checkTake } from './check-numbers.ts';
import { limits } from './limits.ts';
import type { QuestionProblem } from './question.ts';

/** Where in a question we are: whose fields may be used, and how deep. */
interface Place {
  readonly path: string;
  /** The repeating set whose rows the condition is about; empty for people. */
  readonly rowsOf: string;
  readonly depth: number;
}

const populations = new Set(['current', 'serving', 'all']);

/**
 * Everything that is wrong with a question, in the order of the tree; empty when it can be asked. The question may be
 * anything: it is not trusted to have the shape of its type.
 */
export function checkQuestion(question: unknown, context: CheckContext): readonly QuestionProblem[] {
  return new QuestionCheck(context).run(question);
}

class QuestionCheck {
  readonly #context: CheckContext;
  readonly #problems = new Problems();
  /** The saved questions that we are inside of. */
  readonly #within: string[] = [];
  #conditions = 0;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  run(question: unknown): readonly QuestionProblem[] {
    this.#question(question, '', 0);
    return this.#problems.found;
  }

  #question(question: unknown, prefix: string, depth: number): void {
    if (!isRecord(question)) {
      this.#problems.add(prefix || 'where', '查询应当是一个对象，请给出 where 或 population');
      return;
    }
    const { where, population } = question;
    if (population !== undefined && !populations.has(population as string)) {
      this.#problems.add(
        `${prefix}population`,
        '人员范围只有在册（current）、在职（serving）和全部（all），请改为其中一种',
      );
    }
    if (where !== undefined) this.#condition(where, { path: `${prefix}where`, rowsOf: '', depth: depth + 1 });
  }

  #condition(condition: unknown, place: Place): void {
    this.#conditions++;
    if (this.#conditions > limits.conditions) {
      if (this.#conditions === limits.conditions + 1) {
        this.#problems.add(
          place.path,
          `条件超过了 ${limits.conditions} 个（含引用的查询），请精简，或者改用名单`,
        );
      }
      return;
    }
    if (place.depth > limits.depth) {
      this.#problems.add(place.path, `条件嵌套超过了 ${limits.depth} 层，请减少层数`);
      return;
    }
    if (!isRecord(condition)) {
      this.#problems.add(place.path, '这里应当是一个条件，请补上或者删去');
      return;
    }
    this.#operation(condition, place);
  }

  #operation(condition: Readonly<Record<string, unknown>>, place: Place): void {
    switch (condition['op']) {
      case 'all':
      case 'any':
        this.#group(condition['of'], place);
        break;
      case 'not':
        this.#condition(condition['of'], { ...place, path: `${place.path}.of`, depth: place.depth + 1 });
        break;
      case 'in':
      case 'between':
      case 'contains':
      case 'starts':
      case 'initials':
      case 'empty':
        checkFieldCondition(condition, condition['op'], place, this.#context, this.#problems);
        break;
      case 'some':
      case 'every':
      case 'none':
      case 'count':
      case 'last':
      case 'first':
      case 'months':
      case 'people':
      case 'saved':
        if (place.rowsOf === '') this.#ofPeople(condition, condition['op'], place);
        else this.#problems.add(place.path, this.#notOfRows(place.rowsOf));
        break;
      default:
        this.#problems.add(`${place.path}.op`, `没有“${shown(condition['op'])}”这种条件，请换成可用的条件`);
    }
  }

  #group(of: unknown, place: Place): void {
    if (!Array.isArray(of)) {
      this.#problems.add(`${place.path}.of`, '这里应当是一组条件，请用数组列出');
      return;
    }
    for (const [index, part] of of.entries()) {
      if (this.#conditions > limits.conditions || this.#problems.full) return;
      this.#condition(part, { ...place, path: `${place.path}.of[${index}]`, depth: place.depth + 1 });
    }
  }

  #ofPeople(condition: Readonly<Record<string, unknown>>, op: string, place: Place): void {
    const problems = this.#problems;
    if (op === 'people') this.#people(condition['ids'], place);
    else if (op === 'saved') this.#saved(condition['id'], place);
    else if (op === 'months') {
      checkCounts(condition, true, place.path, problems);
      this.#spans(condition['spans'], place);
    } else {
      if (op === 'last' || op === 'first') checkTake(condition, place.path, problems);
      else if (op === 'count') checkCounts(condition, true, place.path, problems);
      this.#rows(condition, place, op === 'last' || op === 'first');
    }
  }

  /** A repeating set with a condition on its rows. */
  #rows(condition: Readonly<Record<string, unknown>>, place: Place, needsWhere: boolean): void {
    const name = condition['set'];
    const where = condition['where'];
    const set = typeof name === 'string' ? this.#context.set(name) : undefined;
    if (!set) {
      this.#problems.add(`${place.path}.set`, `没有“${shown(name)}”这个信息集，请重新选择`);
    } else if (!set.repeating) {
      this.#problems.add(`${place.path}.set`, `“${set.label}”每人只有一条，请直接使用其中的信息项`);
    } else if (where !== undefined || needsWhere) {
      this.#condition(where, { path: `${place.path}.where`, rowsOf: set.name, depth: place.depth + 1 });
    }
  }

  #spans(spans: unknown, place: Place): void {
    if (!Array.isArray(spans) || spans.length === 0) {
      this.#problems.add(`${place.path}.spans`, '请至少选择一个要累计时间的信息集');
      return;
    }
    if (spans.length > limits.sequence) {
      this.#problems.add(`${place.path}.spans`, `最多累计 ${limits.sequence} 项，请合并条件`);
      return;
    }
    for (const [index, span] of spans.entries()) {
      const path = `${place.path}.spans[${index}]`;
      if (!isRecord(span)) {
        this.#problems.add(path, '这里应当写明信息集和条件，请补上或者删去');
        continue;
      }
      const set = typeof span['set'] === 'string' ? this.#context.set(span['set']) : undefined;
      if (set?.repeating && !set.span) {
        this.#problems.add(
          `${path}.set`,
          `“${set.label}”没有起止时间，不能累计月数，请改选有起止时间的信息集`,
        );
      }
      this.#rows(span, { ...place, path }, false);
    }
  }

  #people(ids: unknown, place: Place): void {
    const path = `${place.path}.ids`;
    if (!Array.isArray(ids)) this.#problems.add(path, '名单应当是人员编号的数组，请重新选择名单');
    else if (ids.length > limits.people) this.#problems.add(path, '名单超过了一百万人，请分开查询');
    else if (!ids.every((id) => typeof id === 'string'))
      this.#problems.add(path, '名单里有的不是人员编号，请重新选择名单');
  }

  #saved(id: unknown, place: Place): void {
    const path = `${place.path}.id`;
    const question = typeof id === 'string' ? this.#context.saved(id) : undefined;
    if (typeof id !== 'string' || question === undefined) {
      this.#problems.add(path, '引用的查询或名单不存在，或者没有使用权限，请重新选择');
      return;
    }
    if (this.#within.includes(id)) {
      this.#problems.add(path, '引用的查询绕回了自身，请去掉其中一处引用');
      return;
    }
    this.#within.push(id);
    this.#problems.within(place.path, '引用的查询有误', () => this.#question(question, '', place.depth));
    this.#within.pop();
  }

  #notOfRows(rowsOf: string): string {
    const label = this.#context.set(rowsOf)?.label ?? rowsOf;
    return `这种条件针对人员，不能放在“${label}”每一条的条件里面，请移到外面`;
  }
}

/** A word of the question in a sentence, never more than a few characters of it. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 40) : '';
}
