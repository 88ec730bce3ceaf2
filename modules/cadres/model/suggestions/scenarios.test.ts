import { describe, expect, it } from 'vitest';
import { textOf, type RecordRow } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { resumeRows } from '../resume/resume-rows.ts';
import { knownUnits } from './scenarios/known-units.ts';
import { otherPlaces } from './scenarios/other-places.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { studies } from './scenarios/studies.ts';
import { scenarioIndex } from './scenarios/units.ts';
import { suggestEducation } from './suggest-education.ts';
import { suggestPosts } from './suggest-posts.ts';
import type { Suggestion } from './suggestion.ts';

const tables = loadCodeTables();

function suggestionsOf(line: string): Suggestion[] {
  const segments = resumeRows(`2006.09--2010.08  ${line}`, []);
  const shared = { segments, resumeHash: '', tables };
  return [
    ...suggestPosts({ ...shared, positions: [], currentPost: '', units: scenarioIndex }),
    ...suggestEducation({ ...shared, educations: [], person: undefined }),
  ];
}

const postKeys = ['postTitle', 'positionLevelCode', 'dutiesInCharge', 'changeReason'];
const studyKeys = ['school', 'major', 'educationName', 'educationCode', 'degreeName', 'degreeCode'];

function written({ set, row }: Suggestion): string {
  const all = (keys: readonly string[], of: RecordRow): string[] => keys.map((key) => textOf(of, key));
  const span =
    set === 'A02' ? all(['appointedOn', 'removedOn'], row) : all(['enrolledOn', 'graduatedOn'], row);
  const unit = textOf(row, 'orgCode');
  const parts =
    set === 'A02'
      ? [textOf(row, 'orgName') + (unit === '' ? '' : `#${unit}`), ...all(postKeys, row)]
      : ['学', ...all([...studyKeys, 'educationTypeCode'], row)];
  const dates = span.join('~') === '2006-09~2010-08' ? '' : `[${span.join('~')}]`;
  return [...parts, dates].filter((part) => part !== '').join(' ');
}

function expectReading([line, rows, unclear]: Scenario): void {
  const suggestions = suggestionsOf(line);
  expect(suggestions.map(written)).toEqual(rows);
  const marked = suggestions.flatMap((each) => each.unclear);
  expect(marked).toHaveLength(unclear.length);
  for (const [i, words] of unclear.entries())
    expect(marked[i]).toSatisfy((mark: string) => mark.startsWith(words));
}

describe('a line of the résumé whose units are known', () => {
  it.each(knownUnits)('%s', (...scenario) => expectReading(scenario));
});

describe('a line of the résumé from another place', () => {
  it.each(otherPlaces)('%s', (...scenario) => expectReading(scenario));
});

describe('a line of study', () => {
  it.each(studies)('%s', (...scenario) => expectReading(scenario));
});
