import { Link } from '@tanstack/react-router';
import { useCall } from '#platform/web';
import { listRecentQueries, listSavedQueries } from '../../model/saved-contracts.ts';
import { storedFragment } from '../state/fragment.ts';
import { QuestionLink } from './question-link.tsx';

const most = 8;

/** 名单、查询方案 and the questions asked recently. */
export function OwnLists() {
  const { data: saved } = useCall(listSavedQueries, {});
  const { data: recent } = useCall(listRecentQueries, {});
  if (!saved || !recent) return null;
  const kinds = [
    { label: '名单', items: saved.items.filter(({ kind }) => kind === 'list') },
    { label: '查询方案', items: saved.items.filter(({ kind }) => kind === 'question') },
  ];
  return (
    <>
      {kinds.map(({ label, items }) => (
        <section key={label} className="home-list" aria-label={label}>
          <h2>{label}</h2>
          {items.length === 0 && <p className="soft-text">还没有{label}，可在“查询”页面保存。</p>}
          <ul>
            {items.slice(0, most).map(({ id, name, sentence, shared, mine, ownerName }) => (
              <li key={id}>
                <Link to="/query" hash={storedFragment(id)}>
                  <span>{name}</span>
                  <small>
                    {shared && (mine ? '已共享　' : `${ownerName}共享　`)}
                    {sentence}
                  </small>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="home-list" aria-label="最近查询">
        <h2>最近查询</h2>
        {recent.recents.length === 0 && (
          <p className="soft-text">
            还没有查询过。<Link to="/query">开始查询</Link>
          </p>
        )}
        <ul>
          {recent.recents.slice(0, most).map(({ at, question, asOf, sentence }) => (
            <li key={at}>
              <QuestionLink question={question} asOf={asOf}>
                <span className="home-sentence">{sentence}</span>
                {asOf && <small>截止 {asOf.replaceAll('-', '.')}</small>}
              </QuestionLink>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
