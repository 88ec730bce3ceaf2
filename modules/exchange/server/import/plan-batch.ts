import { monthNumber, textOf } from '#platform/model';
import { rowsOf, type Store } from '#platform/server';
import { identityOfForm, matchPerson, type Identity, type Problem } from '#modules/exchange';
import { knownPeople, type KnownPerson } from './known-people.ts';
import { planForm, type FormPlan } from './plan-form.ts';
import type { ReadFormFile } from './read-form-file.ts';

/** What is to be done with one form that could be read. */
export type Decision =
  | { readonly kind: 'planned'; readonly plan: FormPlan; readonly known: KnownPerson | null }
  | {
      readonly kind: 'ambiguous';
      readonly candidates: readonly { readonly person: KnownPerson; readonly reason: string }[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'left-out' };

/** The operator's word on a form: a new person, or that one. */
export type Choice = 'create' | { readonly person: string };

interface Seen {
  readonly identity: Identity;
  readonly fingerprint: string;
  readonly file: string;
}

/** Decides form after form within one import, and remembers whom it has met: a person comes only once. */
export class FormPlanner {
  readonly #store: Store;
  readonly #unitName: (id: string) => string;
  readonly #today: string;
  readonly #seenByName = new Map<string, Seen[]>();
  readonly #seenByNumber = new Map<string, Seen>();

  constructor(store: Store, unitName: (id: string) => string, today: string) {
    this.#store = store;
    this.#unitName = unitName;
    this.#today = today;
  }

  async decide(
    forms: readonly ReadFormFile[],
    choiceOf: (form: ReadFormFile) => Choice | null,
    onAmbiguous: 'refuse' | 'create',
  ): Promise<Decision[]> {
    const identities = forms.map(({ reading }) => identityOfForm(reading.form, this.#store.tables));
    const people = await knownPeople(this.#store, identities);
    const byName = Map.groupBy(people, ({ identity }) => identity.name);
    const byNumber = Map.groupBy(people, ({ identity }) => identity.nationalId);
    return forms.map((form, index) => {
      const identity = identities[index];
      if (!identity) throw new Error('every form has an identity');
      const possible = new Set([
        ...(byName.get(identity.name) ?? []),
        ...(identity.nationalId === '' ? [] : (byNumber.get(identity.nationalId) ?? [])),
      ]);
      const decision = this.#decideOne(form, identity, [...possible], choiceOf(form));
      return decision.kind === 'ambiguous' && onAmbiguous === 'create'
        ? this.#decideOne(form, identity, [], 'create')
        : decision;
    });
  }

  #decideOne(form: ReadFormFile, identity: Identity, people: KnownPerson[], choice: Choice | null): Decision {
    const earlier = this.#seen(identity);
    const { fingerprint } = form;
    if (earlier && choice === null) {
      return earlier.fingerprint === fingerprint
        ? this.#repeated(form)
        : { kind: 'refused', problem: twice(form.file, earlier.file) };
    }
    const match =
      choice === 'create'
        ? ({ kind: 'new' } as const)
        : choice
          ? chosen(people, choice.person)
          : matched(identity, people, fingerprint);
    if (match.kind === 'ambiguous') return { kind: 'ambiguous', candidates: match.candidates };
    this.#remember({ identity, fingerprint, file: form.file });
    const known = match.kind === 'known' ? match.person : null;
    return { kind: 'planned', plan: planForm(this.#store, form, known, this.#unitName, this.#today), known };
  }

  /** The same form once more says nothing new. */
  #repeated(form: ReadFormFile): Decision {
    const plan: FormPlan = {
      state: 'unchanged',
      subject: '',
      sets: {},
      after: {},
      lines: () => [],
      problems: form.problems,
    };
    return { kind: 'planned', plan, known: null };
  }

  #seen(identity: Identity): Seen | undefined {
    const numbered = identity.nationalId === '' ? undefined : this.#seenByNumber.get(identity.nationalId);
    if (numbered) return numbered;
    return (this.#seenByName.get(identity.name) ?? []).find(
      (seen) =>
        (seen.identity.nationalId === '' || identity.nationalId === '') &&
        monthNumber(seen.identity.birth) === monthNumber(identity.birth),
    );
  }

  #remember(seen: Seen): void {
    if (seen.identity.nationalId !== '') this.#seenByNumber.set(seen.identity.nationalId, seen);
    const namesakes = this.#seenByName.get(seen.identity.name);
    if (namesakes) namesakes.push(seen);
    else this.#seenByName.set(seen.identity.name, [seen]);
  }
}

/** Whose form it is; a doubt that was decided when this very form came before stays decided. */
function matched(identity: Identity, people: readonly KnownPerson[], fingerprint: string) {
  const match = matchPerson(
    identity,
    people.map((person) => ({ identity: person.identity, person })),
  );
  if (match.kind !== 'ambiguous') return match;
  const [same, ...others] = match.candidates.filter(
    ({ person }) => textOf(rowsOf(person.sets)['SF01']?.[0], 'valuesHash') === fingerprint,
  );
  return same && others.length === 0 ? ({ kind: 'known', person: same.person } as const) : match;
}

function chosen(people: readonly KnownPerson[], id: string) {
  const person = people.find((candidate) => candidate.id === id);
  return person ? ({ kind: 'known', person } as const) : ({ kind: 'ambiguous', candidates: [] } as const);
}

function twice(file: string, earlier: string): Problem {
  return {
    file,
    level: 'error',
    code: 'person-twice',
    field: 'file',
    value: earlier,
    message: `本批中“${earlier}”疑为同一人的任免表，且内容不同，请只保留一份后重新导入。`,
  };
}
