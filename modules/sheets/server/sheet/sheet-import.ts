import type { MergedCells, TableFile } from '#documents/formats';
import type { FieldDefinition } from '#platform/model';
import { BulkChange, discardDraft, sweepDrafts, type SubjectEdit } from '#platform/server';
import { codedItem, personSet } from '#modules/cadres';
import { unitsInScope } from '#modules/cadres/server';
import { readUnitTree } from '#modules/organization/server';
import { RowFinder, type CodeOf } from '#modules/sheets';
import { noCounts } from '../jobs/job-rows.ts';
import { PeopleFinder } from './find-people.ts';
import { Fingerprint } from './fingerprint.ts';
import { RowGatherer, type PendingPerson } from './gather-rows.ts';
import { RowLayer, type GrowingCounts, type LayingTools } from './lay-rows.ts';
import { refusing } from './open-sheet.ts';
import { RowReader } from './read-rows.ts';
import { nothingToWrite, previewOutdated, sheetHasErrors } from './sheet-errors.ts';
import type { SheetResult, SheetWork, WriteChoice } from './sheet-settings.ts';
import { ErrorTeller } from './tell-errors.ts';
import { unitNames, withinReach, type UnitNames } from './unit-names.ts';

/** People in one transaction: with fewer, commits wait longer for the disk; with more, what they need outlives its use. */
const writtenAtOnce = 200;

/** Reads a sheet into a set of people: first every row by itself, then person by person against what is stored. */
export class SheetImport {
  readonly #work: SheetWork;
  readonly #counts: GrowingCounts = { ...noCounts };
  readonly #fingerprint = new Fingerprint();
  #people: PendingPerson[] = [];
  #tools: LayingTools | null = null;

  constructor(work: SheetWork) {
    this.#work = work;
  }

  /** Reads the rows and finds their people; answers with the merged cells of the sheet. */
  async read(file: TableFile): Promise<readonly MergedCells[]> {
    const { store, set, settings, actor } = this.#work;
    const tree = await readUnitTree(store);
    const units = await unitsInScope(store, actor.scope);
    const reach = units && new Set(units);
    // Nobody may be moved to where the operator could not see them.
    const names = withinReach(unitNames(tree), set.code === personSet.code ? reach : null);
    const reader = new RowReader(set, settings, {
      tables: store.tables,
      is1904: file.is1904,
      unitsNamed: names,
      keepUnknown: settings.keepUnknown,
    });
    const errors = new ErrorTeller(this.#work, reader, tree.nameOf);
    const people = new PeopleFinder(store, tree, reach);
    const gatherer = new RowGatherer(this.#work, reader, people, names, errors);
    const found = await refusing(() => gatherer.gather(file));
    this.#counts.rows = found.rows;
    this.#counts.refused = found.refused;
    this.#people = found.people;
    const finder = new RowFinder(set, this.#codeOf(names));
    const fingerprint = this.#fingerprint;
    this.#tools = { reader, finder, errors, reach, counts: this.#counts, fingerprint };
    return found.merged;
  }

  /**
   * Lays what was read over the records. What is written is one change; a row that is refused stops it unless only the
   * good rows are wanted.
   *
   * @param expected the fingerprint of the preview that the operator saw; anything else is refused
   */
  async write(choice: WriteChoice, expected: string | null = null): Promise<SheetResult> {
    const counts = this.#counts;
    const isWanted = choice === 'good-rows' || (choice === 'all-or-nothing' && counts.refused === 0);
    const bulk = isWanted && this.#people.length > 0 ? await this.#begin() : null;
    try {
      const edits = this.#laid();
      if (bulk) await bulk.addAll(edits);
      else for await (const _edits of edits);
      const fingerprint = this.#fingerprint.close(counts);
      if (expected !== null && expected !== fingerprint) throw previewOutdated();
      const isGood = choice === 'good-rows' || counts.refused === 0;
      const changes = counts.created + counts.updated > 0;
      if (bulk && isGood && changes) {
        const change = await bulk.publish({
          actor: this.#work.actor,
          origin: 'import',
          summary: this.#summary(),
        });
        return { counts, fingerprint, change: change.id };
      }
      if (expected !== null) throw isGood ? nothingToWrite() : sheetHasErrors(counts.refused);
      if (bulk) await discardDraft(this.#work.store, bulk.id);
      return { counts, fingerprint, change: null };
    } catch (error) {
      if (bulk) await discardDraft(this.#work.store, bulk.id);
      throw error;
    }
  }

  async #begin(): Promise<BulkChange> {
    const { store, listener } = this.#work;
    await sweepDrafts(store);
    const bulk = await BulkChange.begin(store);
    await listener.onBegin?.(bulk.id);
    return bulk;
  }

  /** The edits that the people need, some people at a time. */
  async *#laid(): AsyncGenerator<readonly SubjectEdit[]> {
    if (!this.#tools) throw new Error('a sheet is read before it is written');
    const layer = new RowLayer(this.#work, this.#tools);
    const { tools } = this.#work;
    const total = this.#people.length;
    while (this.#people.length > 0) {
      tools.signal.throwIfAborted();
      // What is written need not stay in memory with what waits.
      const some = this.#people.splice(0, writtenAtOnce);
      const edits = await layer.lay(some);
      if (edits.length > 0) yield edits;
      tools.progress(total - this.#people.length, total);
    }
  }

  /** What texts mean in the field of a code or unit; the same few come again and again. */
  #codeOf(names: UnitNames): CodeOf {
    const { tables } = this.#work.store;
    const known = new Map<FieldDefinition, Map<string, string | null>>();
    const meant = (field: FieldDefinition, text: string): string | null => {
      if (field.type !== 'unit') return codedItem(field.codeTable ?? '', text, tables)?.code ?? null;
      const [only, second] = names(text);
      return only && !second ? only.id : null;
    };
    return (field, text) => {
      const texts = known.get(field) ?? new Map<string, string | null>();
      if (texts.size === 0) known.set(field, texts);
      let code = texts.get(text);
      if (code === undefined) {
        code = meant(field, text);
        if (texts.size < rememberedTexts) texts.set(text, code);
      }
      return code;
    };
  }

  #summary(): string {
    const { created, updated, people } = this.#counts;
    return `导入数据表（${this.#work.set.label}）：新增 ${created} 条，修改 ${updated} 条，涉及 ${people} 人`;
  }
}

const rememberedTexts = 20_000;
