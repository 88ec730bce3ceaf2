import type { Dataset } from '#engine';
import type { Career, CareerPost, CareerRules, CareerStanding } from '#modules/quotas';
import { isRole, leftOn, namesAttachment, signsOfLeaving } from '#modules/quotas';
import { dateView, numberView, testView, textView } from './column-views.ts';

/** Reads careers out of the tables; good until they change. */
export interface CareerReader {
  /** The career of a root row, without the texts that only reasons need unless they are wanted. */
  readonly read: (person: number, withTexts?: boolean) => Career;
}

export function careerReader(dataset: Dataset, tools: CareerRules): CareerReader {
  const { root, arena } = dataset;
  const posts = dataset.child('A02');
  const standings = dataset.child('A05');
  if (!posts || !standings) throw new Error('the tables have no A02 or A05');
  const postStart = arena.u32(posts.start, root.rows);
  const postCount = arena.u16(posts.length, root.rows);
  const standingStart = arena.u32(standings.start, root.rows);
  const standingCount = arena.u16(standings.length, root.rows);
  const readPost = postReader(dataset, tools);
  const readStanding = standingReader(dataset, tools);
  const text = (name: string) => textView(dataset, name).text;
  const date = (name: string) => dateView(dataset, name);
  const [levelCode, rankCode] = [text('A01.positionLevelCode'), text('A01.rankCode')];
  const [levelSince, rankSince] = [date('A01.positionLevelSince'), date('A01.rankSince')];
  const home = text('A01.statisticalOrgCode');
  const workStart = date('A01.workStartDate');
  const exited = date('A30.exitedOn');
  const retired = date('A31.approvedOn');
  const isGone = testView(textView(dataset, 'A01.personStatusCode'), (code) => code.startsWith('2'));
  const signs = signsOfLeaving.map((name) => textView(dataset, name).key);
  const isExMilitary = testView(textView(dataset, 'A29.entryTypeCode'), (entry) =>
    tools.rules.exMilitary.value.words.some((word) => entry.includes(word)),
  );
  return {
    read(person, withTexts = false) {
      const ownPosts: CareerPost[] = [];
      const firstPost = postStart[person] ?? 0;
      for (let row = firstPost; row < firstPost + (postCount[person] ?? 0); row++)
        ownPosts.push(readPost(row, withTexts));
      const ownStandings: CareerStanding[] = [];
      const first = standingStart[person] ?? 0;
      for (let row = first; row < first + (standingCount[person] ?? 0); row++)
        ownStandings.push(readStanding(row));
      return {
        posts: ownPosts,
        standings: ownStandings,
        level: { code: levelCode(person), since: levelSince(person) },
        rank: { code: rankCode(person), since: rankSince(person) },
        home: home(person),
        workStart: workStart(person),
        leftOn: leftOn(
          exited(person),
          retired(person),
          isGone(person) || signs.some((key) => key(person) !== 0),
        ),
        isExMilitary: isExMilitary(person),
      };
    },
  };
}

function postReader(dataset: Dataset, { rules, book }: CareerRules) {
  const text = (key: string) => textView(dataset, `A02.${key}`);
  const [unit, role, slot, level] = [
    text('orgCode').text,
    text('teamMemberTypeCode').text,
    text('slotId').text,
    text('positionLevelCode').text,
  ];
  const [from, to] = [dateView(dataset, 'A02.appointedOn'), dateView(dataset, 'A02.removedOn')];
  const flag = (key: string, wanted: string) => testView(text(key), (code) => code === wanted);
  const hasEnded = flag('tenureStatusCode', '0');
  const isLeading = flag('isLeadershipPost', '1');
  const isPrimary = flag('isPrimary', '1');
  const isExempt = flag('occupiesHeadcount', '1');
  const [order, teamOrder] = [numberView(dataset, 'A02.personalOrder'), numberView(dataset, 'A02.teamOrder')];
  const [title, orgName] = [text('postTitle'), text('orgName')];
  const named = (key: string, words: readonly string[]) =>
    testView(text(key), (words_) => namesAttachment(words, [words_]));
  const [own, all] = [
    book.attachment.value.words,
    [...book.attachment.value.words, ...rules.attachment.value.words],
  ];
  const noLevel = [named('postTitle', own), named('changeReason', own)];
  const attached = ['postTitle', 'changeReason', 'changeTypeCode'].map((key) => named(key, all));
  const exempt = ['notCountedReason', 'notCountedDocNo', 'notCountedApprover'].map((key) => text(key).text);
  return (row: number, withTexts: boolean): CareerPost => {
    const code = role(row);
    const isMarked = isExempt(row);
    const paper = (place: number) => (withTexts && isMarked ? (exempt[place]?.(row) ?? '') : '');
    return {
      id: '',
      unit: unit(row),
      orgName: withTexts ? (orgName.text(row) ?? '') : '',
      title: withTexts ? (title.text(row) ?? '') : '',
      from: from(row),
      to: to(row),
      hasEnded: hasEnded(row),
      role: isRole(code) ? code : null,
      slot: slot(row),
      level: level(row),
      isLeading: isLeading(row),
      isPrimary: isPrimary(row),
      order: order(row),
      teamOrder: teamOrder(row),
      isAttached: attached.some((test) => test(row)),
      givesNoLevel: noLevel.some((test) => test(row)),
      isExempt: isMarked,
      exemptReason: paper(0),
      exemptDocNo: paper(1),
      exemptApprover: paper(2),
    };
  };
}

function standingReader(dataset: Dataset, { codes }: CareerRules) {
  const code = textView(dataset, 'A05.levelOrRankCode').text;
  const saysRank = testView(textView(dataset, 'A05.kind'), (kind) => kind === '1');
  const [from, to] = [dateView(dataset, 'A05.approvedOn'), dateView(dataset, 'A05.endedOn')];
  const hasEnded = testView(textView(dataset, 'A05.statusCode'), (status) => status === '0');
  return (row: number): CareerStanding => {
    const own = code(row);
    return {
      kind: codes.kindOf(own, saysRank(row)),
      code: own,
      from: from(row),
      to: to(row),
      hasEnded: hasEnded(row),
    };
  };
}
