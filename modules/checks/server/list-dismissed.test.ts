import { expect, it } from 'vitest';
import { readUnitTree } from '#modules/organization/server';
import { actorOf, openQueryOffice } from '../../query/server/test-office.ts';
import { CheckBoard } from './check-board.ts';
import { dismissFault } from './dismissals.ts';
import { dismissedFor } from './list-dismissed.ts';

const clerk = actorOf('干部科');

it('tells somebody of one unit the decisions there, however many later ones there are elsewhere', async () => {
  const office = await openQueryOffice(30);
  const { store, tables } = office;
  const { units, within } = await readUnitTree(store);
  const own = units.find(({ depth }) => depth === 2)?.id ?? '';
  const elsewhere = units.find(({ id, depth }) => depth === 2 && !within(own).includes(id))?.id ?? '';
  const person = await office.add({ A01: [{ name: '何其芳', statisticalOrgCode: own }] });
  const other = await office.add({ A01: [{ name: '别处人', statisticalOrgCode: elsewhere }] });
  const fault = { rule: 'photo-missing', row: '', field: '', value: '' };
  await dismissFault(store, clerk, person, fault, '已核对');
  for (let value = 0; value < 501; value += 1)
    await dismissFault(store, clerk, other, { ...fault, value: String(value) }, '已核对');
  const small = actorOf('小范围', [], { kind: 'units', units: [own] });
  const { decisions } = await dismissedFor(store, tables, new CheckBoard(store, null), small);
  expect(decisions.map(({ name }) => name)).toEqual(['何其芳']);
});
