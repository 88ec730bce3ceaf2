import { textOf } from '#platform/model';
import { rowsOf, type Store } from '#platform/server';
import { identityOfForm, matchPerson, type Identity, type Match, type Problem } from '#modules/exchange';
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

/**
 * The operator's word on a form: a new person, that one, leave it out. A form on which the operator could have said one
 * of these and did not is `undecided`.
 */
export type Choice = 'create' | 'skip' | 'undecided' | { readonly person: string };

interface Seen {
  readonly identity: Identity;
  readonly fingerprint: string;
  readonly file: string;
}

/** What is already known of the person of a form, from this import and from the store. */
interface Known {
  readonly earlier: Match<Seen>;
  readonly match: Match<KnownPerson>;
}

/** Decides form after form within one import, and remembers whom it has met: a person comes only once. */
export class FormPlanner {
  readonly #store: Store;
  readonly #unitName: (id: string) => string;
  readonly #today: string;
  readonly #seenByName = new Map<string, Seen[]>();
  readonly #seenByNumber = new Map<string, Seen>();
  /** The file from which a person of the store was changed. */
  readonly #changedFrom = new Map<string, string>();
  /** Of the forms that the operator decided on. */
  readonly #decided = new Set<string>();

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
      const seen: Seen = { identity, fingerprint: form.fingerprint, file: form.file };
      const choice = choiceOf(form);
      if (choice === 'create' || (choice !== null && typeof choice === 'object')) {
        return this.#asChosen(form, seen, choice, [...possible]);
      }
      if (choice === 'undecided') return { kind: 'ambiguous', candidates: [] };
      const decision = this.#decideAlone(form, seen, [...possible], onAmbiguous);
      return choice === 'skip' ? { kind: 'left-out' } : decision;
    });
  }

  /** What the operator chose holds; only one and the same form does not come twice, nor a person. */
  #asChosen(
    form: ReadFormFile,
    seen: Seen,
    choice: 'create' | { readonly person: string },
    people: readonly KnownPerson[],
  ): Decision {
    if (this.#decided.has(seen.fingerprint)) return repeated(form);
    this.#decided.add(seen.fingerprint);
    if (choice === 'create') return this.#planned(form, null);
    const person = people.find(({ id }) => id === choice.person);
    return person ? this.#planned(form, person) : { kind: 'ambiguous', candidates: [] };
  }

  #decideAlone(
    form: ReadFormFile,
    seen: Seen,
    people: readonly KnownPerson[],
    onAmbiguous: 'refuse' | 'create',
  ): Decision {
    const { earlier, match } = this.#known(seen, people);
    const same = seenIn(earlier).find(({ fingerprint }) => fingerprint === seen.fingerprint);
    if (same) return repeated(form);
    if (earlier.kind === 'known') return { kind: 'refused', problem: twice(form.file, earlier.person.file) };
    const isUnclear = match.kind === 'ambiguous' || (match.kind === 'new' && earlier.kind === 'ambiguous');
    if (isUnclear && onAmbiguous === 'refuse') {
      return { kind: 'ambiguous', candidates: match.kind === 'ambiguous' ? match.candidates : [] };
    }
    this.#remember(seen);
    return this.#planned(form, match.kind === 'known' ? match.person : null);
  }

  #planned(form: ReadFormFile, known: KnownPerson | null): Decision {
    const before = known && this.#changedFrom.get(known.id);
    if (before) return { kind: 'refused', problem: twice(form.file, before) };
    if (known) this.#changedFrom.set(known.id, form.file);
    return { kind: 'planned', plan: planForm(this.#store, form, known, this.#unitName, this.#today), known };
  }

  #known(seen: Seen, people: readonly KnownPerson[]): Known {
    const { identity, fingerprint } = seen;
    const numbered = identity.nationalId === '' ? undefined : this.#seenByNumber.get(identity.nationalId);
    const met = new Set([...(this.#seenByName.get(identity.name) ?? []), ...(numbered ? [numbered] : [])]);
    return {
      earlier: matchPerson(
        identity,
        [...met].map((person) => ({ identity: person.identity, person })),
      ),
      match: matched(identity, people, fingerprint),
    };
  }

  #remember(seen: Seen): void {
    if (seen.identity.nationalId !== '') this.#seenByNumber.set(seen.identity.nationalId, seen);
    const namesakes = this.#seenByName.get(seen.identity.name);
    if (namesakes) namesakes.push(seen);
    else this.#seenByName.set(seen.identity.name, [seen]);
  }
}

/** The forms of this import that may be about the same person. */
function seenIn(match: Match<Seen>): readonly Seen[] {
  if (match.kind === 'known') return [match.person];
  return match.kind === 'ambiguous' ? match.candidates.map(({ person }) => person) : [];
}

/** The same form once more says nothing new. */
function repeated(form: ReadFormFile): Decision {
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
