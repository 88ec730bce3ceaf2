import { monthsBetween, type Fact, type FactValue } from '#engine';
import { flag, yes } from './flag.ts';
import { mainPostPlace, mainPosts, postSentence, printedPosts } from './main-post.ts';
import { hasStoredRows, isRegisteredPost, registeredPostFrom, registeredSince } from './registered-post.ts';
import { postSpan } from './spans.ts';

/**
 * The posts held on the reference date. Of people for whom none was entered yet, 现任职务 of A01 stands in as far as it
 * can (see `registered-post.ts`), with 统计关系所在单位 as the unit.
 */
export const postFacts: readonly Fact[] = [
  mainPostPlace,
  registeredPostFrom,
  {
    of: 'person',
    name: 'posts',
    label: '现任职务',
    kind: 'text',
    stepwise: true,
    bind(reader, asOf) {
      const held = printedPosts(reader);
      const sentence = postSentence(reader.rows('A02'));
      const isRegistered = isRegisteredPost(reader, asOf);
      const registered = reader.strings('A01.currentPostFull');
      return (person) => sentence(held(person)) ?? (isRegistered(person) ? registered(person) : null);
    },
  },
  {
    of: 'person',
    name: 'mainPost',
    label: '主职务',
    kind: 'text',
    stepwise: true,
    /** The titles in the body of the main post, with its name. */
    bind(reader, asOf) {
      const posts = reader.rows('A02');
      const main = mainPosts(reader);
      const held = printedPosts(reader);
      const sentence = postSentence(posts);
      const body = posts.strings('A02.orgName');
      const isRegistered = isRegisteredPost(reader, asOf);
      const registered = reader.strings('A01.currentPostFull');
      return (person) => {
        const row = main(person);
        if (row < 0) return isRegistered(person) ? registered(person) : null;
        const own = body(row);
        const beside = held(person).filter((each) => body(each) === own);
        return sentence(beside.includes(row) ? beside : [row]);
      };
    },
  },
  {
    of: 'person',
    name: 'mainUnit',
    label: '主职务所在机构',
    kind: 'unit',
    stepwise: true,
    bind(reader, asOf) {
      const main = mainPosts(reader);
      const unit = reader.rows('A02').units('A02.orgCode');
      const isRegistered = isRegisteredPost(reader, asOf);
      const registered = reader.units('A01.statisticalOrgCode');
      return (person) => {
        const row = main(person);
        if (row >= 0) return unit(row);
        return isRegistered(person) ? registered(person) : null;
      };
    },
  },
  {
    of: 'person',
    name: 'postSince',
    label: '任现职时间',
    kind: 'date',
    stepwise: true,
    bind(reader, asOf) {
      const main = mainPosts(reader);
      const since = reader.rows('A02').dates('A02.appointedOn');
      const isRegistered = isRegisteredPost(reader, asOf);
      const registered = registeredSince(reader);
      return (person) => {
        const row = main(person);
        if (row >= 0) return since(row);
        return isRegistered(person) ? registered(person) : null;
      };
    },
  },
  {
    of: 'person',
    name: 'monthsInPost',
    label: '任现职月数',
    kind: 'number',
    unit: '月',
    bind(reader, asOf) {
      const since = reader.fact('postSince');
      return (person) => {
        const start = since(person);
        return typeof start === 'number' ? monthsBetween(start, asOf) : null;
      };
    },
  },
  {
    of: 'person',
    name: 'teamOrder',
    label: '集体内排序',
    kind: 'number',
    stepwise: true,
    /** The lowest place of the posts held in the unit of the main one. */
    bind(reader) {
      const posts = reader.rows('A02');
      const main = mainPosts(reader);
      const eachHeld = reader.eachHeld('A02', postSpan);
      const unit = posts.units('A02.orgCode');
      const order = posts.numbers('A02.teamOrder');
      let own: FactValue = null;
      let lowest: number | null = null;
      const visit = (row: number): void => {
        const place = order(row);
        if (place === null || (lowest !== null && place >= lowest)) return;
        if (unit(row) === own) lowest = place;
      };
      return (person) => {
        const row = main(person);
        if (row < 0) return null;
        own = unit(row);
        lowest = order(row);
        eachHeld(person, visit);
        return lowest;
      };
    },
  },
  {
    of: 'person',
    name: 'isLeadershipPost',
    label: '是否担任领导职务',
    kind: 'code',
    codes: 'XZ09',
    stepwise: true,
    /** Is one of the posts held a leading one? */
    bind(reader) {
      const posts = reader.rows('A02');
      const eachHeld = reader.eachHeld('A02', postSpan);
      const isLeading = posts.isAmong('A02.isLeadershipPost', ['1']);
      let answer: string | null = null;
      const visit = (row: number): void => {
        if (answer !== yes) answer = flag(isLeading(row));
      };
      return (person) => {
        answer = null;
        eachHeld(person, visit);
        return answer;
      };
    },
  },
  {
    of: 'person',
    name: 'postsToEnter',
    label: '职务待录入',
    kind: 'code',
    codes: 'XZ09',
    stepwise: true,
    /** No post was entered, and the form or the résumé has some to enter: they are suggestions still. */
    bind(reader) {
      const hasPosts = hasStoredRows(reader, 'A02');
      const hasLines = hasStoredRows(reader, 'A17');
      const text = reader.strings('A01.currentPostFull');
      return (person) => flag(!hasPosts(person) && (text(person) !== null || hasLines(person)));
    },
  },
];
