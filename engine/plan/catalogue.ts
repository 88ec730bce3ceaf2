import type { FactColumns } from '../facts/fact-columns.ts';
import type { Dataset } from '../table/dataset.ts';
import type { Field } from './fields.ts';

/** The fields of a dataset: its columns and the facts that are declared over it. */
export class Catalogue {
  readonly #dataset: Dataset;
  readonly #facts: FactColumns;

  constructor(dataset: Dataset, facts: FactColumns) {
    this.#dataset = dataset;
    this.#facts = facts;
  }

  field(name: string): Field | undefined {
    const column = this.#dataset.column(name);
    if (column?.schema.hidden) return undefined;
    if (column) {
      const { schema, set, kind } = column;
      return {
        name,
        label: schema.label,
        kind,
        of: set.repeating ? set.name : '',
        dictionary: column.kind === 'code' ? column.dictionary : undefined,
        initials: schema.initials ?? false,
      };
    }
    const fact = this.#facts.fact(name);
    if (!fact || fact.hidden) return undefined;
    const { label, kind } = fact;
    const of = fact.of === 'row' ? fact.set : '';
    return { name, label, kind, of, dictionary: this.#facts.dictionaryOf(name), initials: false };
  }

  /** Is there such a field, for somebody from whom sensitive ones are hidden? */
  sees(name: string, hideSensitive: boolean): boolean {
    const head = this.#dataset.column(name)?.schema ?? this.#facts.fact(name);
    return head !== undefined && !head.hidden && !(hideSensitive && head.sensitive);
  }

  /** Is there such a set? One of which every column is hidden is not, else its rows could still be counted. */
  seesSet(name: string, hideSensitive: boolean): boolean {
    const columns = this.#dataset.set(name)?.columns;
    return columns !== undefined && !(hideSensitive && columns.every(({ sensitive }) => sensitive));
  }
}
