import { expect, it } from 'vitest';
import type { Question } from '#engine';
import { forgetQueries, listRecentQueries, rememberQuery } from '#modules/query';
import { actorOf, openQueryOffice } from './test-office.ts';

const clerk = actorOf('科员');
const olderThan = (from: number): Question => ({ where: { op: 'between', field: 'age', from } });

it('recent questions are kept once each, the latest first, thirty of them, for each user alone', async () => {
  const office = await openQueryOffice(1);
  const remember = (question: Question, asOf?: string) =>
    office.call(clerk, rememberQuery, { body: asOf === undefined ? { question } : { question, asOf } });
  const recents = async () => (await office.call(clerk, listRecentQueries)).recents;

  await remember(olderThan(20));
  await remember(olderThan(21));
  await remember(olderThan(20));
  expect((await recents()).map(({ sentence }) => sentence)).toEqual(['年龄在 20 岁以上', '年龄在 21 岁以上']);
  await remember(olderThan(20), '2020-06-30');
  expect(await recents()).toMatchObject([
    { question: olderThan(20), asOf: '2020-06-30' },
    { question: olderThan(20) },
    { question: olderThan(21) },
  ]);

  for (let age = 22; age < 60; age += 1) await remember(olderThan(age));
  const kept = await recents();
  expect(kept).toHaveLength(30);
  expect(kept[0]?.question).toEqual(olderThan(59));
  expect(kept[29]?.question).toEqual(olderThan(30));

  const colleague = actorOf('同事');
  await office.call(colleague, rememberQuery, { body: { question: {} } });
  expect((await office.call(colleague, listRecentQueries)).recents).toHaveLength(1);
  await office.call(clerk, forgetQueries);
  expect(await recents()).toEqual([]);
  expect((await office.call(colleague, listRecentQueries)).recents).toHaveLength(1);
});
