import { isId, newId, textOf, type RecordRow } from '#platform/model';
import { planReorganization, type PlannedReorganization } from './plan-reorganization.ts';
import { reorganizationPlan, type ReorganizationPlan } from './plan.ts';
import type { KnownUnit, ReadPerson, ReadSets } from './records.ts';
import type { z } from 'zod';

type Values = Readonly<Record<string, string | number | null>>;

/** A small district for tests: units by name, people by name. */
export class TestDistrict {
  readonly tree: KnownUnit[] = [];
  readonly units = new Map<string, ReadSets>();
  readonly people: ReadPerson[] = [];
  readonly #ids = new Map<string, string>();

  /** Adds a unit; its sets beside B01 as lists of rows. */
  unit(
    name: string,
    parent: string | null,
    kindCode = '1',
    sets: Readonly<Record<string, Values[]>> = {},
  ): string {
    const id = newId();
    const above = parent === null ? null : this.id(parent);
    const order = this.tree.length + 1;
    const { B01 = [{}], ...others } = sets;
    const shortName = name.replace('样板', '');
    this.#ids.set(name, id);
    this.tree.push({ id, name, shortName, parent: above, order, kindCode, abolished: false });
    const row = { name, shortName, parentOrgCode: above, kindCode, order, ...B01[0] };
    this.units.set(id, stored({ B01: [row], ...others }));
    return id;
  }

  /** Adds somebody who belongs to a unit, with posts `[unit, title, more]`, each held since 2019-03 unless said otherwise. */
  person(name: string, home: string | null, posts: readonly (readonly [string, string, Values?])[]): string {
    const id = newId();
    const A02 = posts.map(([unit, postTitle, more = {}], place) => ({
      orgCode: this.#ids.get(unit) ?? null,
      orgName: unit,
      orgShortName: unit.replace('样板', ''),
      postTitle,
      appointedOn: '2019-03',
      tenureStatusCode: '1',
      isPrimary: place === 0 ? '1' : '0',
      personalOrder: place + 1,
      ...more,
    }));
    const texts = posts.map(([unit, title]) => unit + title).join('，');
    const A01 = [
      {
        name,
        statisticalOrgCode: home === null ? null : this.id(home),
        personStatusCode: '1',
        currentPostFull: texts,
        currentPostShort: texts.replaceAll('样板', ''),
      },
    ];
    this.people.push({ id, sets: stored({ A01, A02 }) });
    return id;
  }

  id(name: string): string {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`there is no ${name}`);
    return id;
  }

  /** Works out a plan of 2024-03-20, in which units may be named. */
  plan(
    steps: z.input<typeof reorganizationPlan>['steps'],
    more: Partial<ReorganizationPlan> = {},
  ): PlannedReorganization & { readonly after: After } {
    const plan = reorganizationPlan.parse({
      on: '2024-03-20',
      documentNo: '样委发〔2024〕5号',
      steps,
      ...more,
    });
    const planned = planReorganization(plan, this, '2026-06-30');
    return { ...planned, after: new After(this, planned) };
  }
}

/** The records after a plan. */
export class After {
  readonly #district: TestDistrict;
  readonly #planned: PlannedReorganization;

  constructor(district: TestDistrict, planned: PlannedReorganization) {
    this.#district = district;
    this.#planned = planned;
  }

  unitRows(id: string, set: string): readonly RecordRow[] {
    const edit = this.#planned.unitEdits.find(({ subject }) => subject === id);
    return edit?.sets[set]?.rows ?? this.#district.units.get(id)?.[set]?.rows ?? [];
  }

  personRows(id: string, set: string): readonly RecordRow[] {
    const edit = this.#planned.personEdits.find(({ subject }) => subject === id);
    const person = this.#district.people.find((each) => each.id === id);
    return edit?.sets[set]?.rows ?? person?.sets[set]?.rows ?? [];
  }

  /** The id of a unit that the plan has founded. */
  founded(name: string): string {
    return this.#planned.units.all().find((unit) => unit.isNew && unit.name === name)?.id ?? '';
  }

  /** The posts of somebody, a line each: `样板区文化局 局长 2019-03–2024-03-20`. */
  posts(id: string): string[] {
    return this.personRows(id, 'A02').map(
      (row) =>
        `${textOf(row, 'orgName')} ${textOf(row, 'postTitle')} ${textOf(row, 'appointedOn')}–${textOf(row, 'removedOn')}`,
    );
  }
}

function stored(sets: Readonly<Record<string, readonly Values[]>>): ReadSets {
  return Object.fromEntries(
    Object.entries(sets).map(([code, rows]) => [
      code,
      { version: 1, rows: rows.map((row): RecordRow => ({ ...row, id: idOf(row) })) },
    ]),
  );
}

function idOf({ id }: Values): string {
  return typeof id === 'string' && isId(id) ? id : newId();
}
