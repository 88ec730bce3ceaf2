import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf, type RecordRow } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { resumeRows } from '../resume/resume-rows.ts';
import { knownUnits } from './scenarios/known-units.ts';
import { otherPlaces } from './scenarios/other-places.ts';
import { studies } from './scenarios/studies.ts';
import { scenarioIndex } from './scenarios/units.ts';
import { suggestEducation } from './suggest-education.ts';
import { suggestPosts } from './suggest-posts.ts';
import { suggestUnit } from './suggest-unit.ts';
import type { Suggestion } from './suggestion.ts';

const tables = loadCodeTables();
const lines = [...knownUnits, ...otherPlaces, ...studies].map(([line]) => line);

function read(segments: readonly RecordRow[], positions: readonly RecordRow[] = []): Suggestion[] {
  const shared = { segments, resumeHash: '0', tables };
  return [
    ...suggestPosts({ ...shared, positions, currentPost: '', units: scenarioIndex }),
    ...suggestEducation({ ...shared, educations: [], person: undefined }),
  ];
}

/** Everything that a reader sees of the suggestions: the row's texts, the labels of its codes, what is marked. */
function shown(suggestions: readonly Suggestion[]): string {
  return suggestions
    .flatMap(({ row, unclear }) => [
      ...Object.keys(row).map((key) => textOf(row, key)),
      ...Object.values(row.asWritten ?? {}),
      ['', '正', '副'].map((word) => `${word}国家级省部级厅局级地级县处级乡科级`)[
        row['positionLevelCode'] === undefined ? 0 : 1
      ] ?? '',
      ...unclear,
    ])
    .join('');
}

/** Words that only join or say that somebody was, went, studied; and separators. */
const joining =
  /自学考试|自考|夜大|电大|业大|职大|函大|业余|网络教育|远程教育|成人教育|成人高考|成人|统招|继续教育|非全日制|干部专修科|[\s、，,；;。.·:：（）()〔〕]|待业|退休|离休|务农|自由职业|待岗|内退|病退|病休|在家|其间|期间|其中|在此期间|参加工作|工作|任职|先后|历任|担任|兼任|兼职|兼|挂职|挂任|借调|抽调|选派|派驻|学习|读书|就读|上学|求学|攻读|学业|学生|专业|毕业|获得?|取得|学位|学历|本科|在职|函授|脱产|全日制|正|副|[至到在任并调转改现于年月日级]|\d|[-－—–―─~〜～]/gu;

describe('whatever a line says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ...Array.from('（）()、，；兼任在到其间：某区局委办公室副主任书记一级科员学习大学院2006.--班镇长'),
        ),
        { maxLength: 40 },
      )
      .map((signs) => signs.join('')),
    fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('，')),
  );

  it('is read without an error, and the same way again', () => {
    fc.assert(
      fc.property(text, text, (line, current) => {
        const segments = resumeRows(`2006.09--2010.08  ${line}`, []);
        const keys = read(segments).map((each) => each.key);
        expect(read(segments).map((each) => each.key)).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
        suggestUnit(current, scenarioIndex);
      }),
      { seed: 2, numRuns: 400 },
    );
  });

  it('shows every sign of it in a row or as not understood, unless it only joins', () => {
    fc.assert(
      fc.property(text, (line) => {
        const segments = resumeRows(`2006.09--2010.08  ${line}`, []);
        const seen = shown(read(segments));
        const words = segments
          .map((row) => textOf(row, 'text'))
          .join('')
          .replace(joining, '');
        const lost = Array.from(words).filter((sign) => !seen.includes(sign));
        expect(lost.join('')).toBe('');
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('is not suggested again once its rows are records', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines), (line) => {
        const segments = resumeRows(`2006.09--2010.08  ${line}`, []);
        const first = read(segments).filter((each) => each.set === 'A02');
        const positions = first.map((each) => each.row);
        const named = first.filter(({ row }) => textOf(row, 'orgName') + textOf(row, 'postTitle') !== '');
        expect(first.length - read(segments, positions).filter((each) => each.set === 'A02').length).toBe(
          named.length,
        );
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
