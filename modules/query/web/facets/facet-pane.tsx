import { Button, Select } from 'antd';
import { memo, useState } from 'react';
import type { Question } from '#engine';
import { CadreError, type OperationOutput } from '#platform/model';
import { ErrorView, Loading, useCall } from '#platform/web';
import { runFacets } from '../../model/contracts.ts';
import type { AnswerBody } from '../answer/use-answer.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import { useSettled } from '../state/use-settled.ts';
import { countsByItself, facetNode, isChosen, toggledFacet, withoutFacet } from './facet-edits.ts';
import { useFacetChoice, type FacetField } from './facet-choice.ts';

type Facet = OperationOutput<typeof runFacets>['facets'][number];

export interface FacetPaneProps {
  readonly catalogue: PageCatalogue;
  readonly question: Question;
  readonly body: AnswerBody;
  readonly onEdit: (edit: (question: Question) => Question) => void;
}

/** The answer comes first, these counts a moment later. */
const answerFirst = 120;

/** 分面: how many of the people found are what; each group is a way to ask for it. */
export const FacetPane = memo(function FacetPane({ catalogue, question, body, onEdit }: FacetPaneProps) {
  const { all, chosen, choose } = useFacetChoice(catalogue);
  const [choosing, setChoosing] = useState(false);
  const asked = useSettled({ question: body.question, asOf: body.asOf }, answerFirst);
  const plain = chosen.filter((one) => countsByItself(asked.question, one));
  const { data, error } = useCall(
    runFacets,
    { body: facetBody(asked, plain) },
    { keepPrevious: true, enabled: plain.length > 0 },
  );
  return (
    <section className="query-facets" aria-label="分面">
      <header>
        <h2>分面</h2>
        <Button type="text" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          选择
        </Button>
      </header>
      {choosing && (
        <Select<string[]>
          mode="multiple"
          aria-label="选择分面"
          className="query-wide"
          value={chosen.map(({ field }) => field)}
          options={all.map(({ field, label }) => ({ value: field, label }))}
          showSearch={{ optionFilterProp: 'label' }}
          maxTagCount={0}
          maxTagPlaceholder={() => `已选 ${chosen.length} 项`}
          onChange={choose}
        />
      )}
      {error && !isBadQuestion(error) && <ErrorView error={error} />}
      {!data && !error && plain.length > 0 && <Loading />}
      {chosen.map((one) => {
        const counted = data?.facets.find(({ field }) => field === one.field);
        const given = { one, question, onEdit };
        return countsByItself(asked.question, one) ? (
          counted && <FacetGroups key={one.field} {...given} facet={plainFacet(counted, catalogue)} />
        ) : (
          <OwnFacet key={one.field} {...given} catalogue={catalogue} asked={asked} />
        );
      })}
    </section>
  );
});

/** What is wrong with the question stands at its conditions already. */
function isBadQuestion(error: Error): boolean {
  return error instanceof CadreError && error.code === 'bad-question';
}

function facetBody({ question, asOf }: Pick<AnswerBody, 'question' | 'asOf'>, fields: readonly FacetField[]) {
  return {
    question,
    ...(asOf ? { asOf } : {}),
    fields: fields.map(({ field, bands }) => ({ field, ...(bands ? { bands } : {}) })),
  };
}

interface OneFacet {
  readonly one: FacetField;
  readonly question: Question;
  readonly onEdit: FacetPaneProps['onEdit'];
}

/** A facet of which bands are chosen: counted as if they were not. */
function OwnFacet({
  asked,
  catalogue,
  ...given
}: OneFacet & { asked: Pick<AnswerBody, 'question' | 'asOf'>; catalogue: PageCatalogue }) {
  const { data } = useCall(
    runFacets,
    { body: facetBody({ ...asked, question: withoutFacet(asked.question, given.one) }, [given.one]) },
    { keepPrevious: true },
  );
  const [facet] = data?.facets ?? [];
  return facet ? <FacetGroups {...given} facet={plainFacet(facet, catalogue)} /> : null;
}

/** Of a code with nothing below it nobody needs to be told that it stands for itself alone. */
function plainFacet(facet: Facet, catalogue: PageCatalogue): Facet {
  const { codes } = catalogue.field(facet.field) ?? {};
  if (codes === undefined) return facet;
  const groups = facet.groups.map((group) => {
    const { where } = group;
    if (where.op !== 'in' || !where.exact) return group;
    if (where.values.some((code) => catalogue.hasBelow(codes, String(code)))) return group;
    const { exact: _, ...plain } = where;
    return { ...group, where: plain };
  });
  return { ...facet, groups };
}

const fewest = 7;

function FacetGroups({ one, question, onEdit, facet }: OneFacet & { facet: Facet }) {
  const [open, setOpen] = useState(false);
  const { label } = one;
  const groups = facet.groups.filter(({ count, where }) => count > 0 || isChosen(question, one, where));
  const shown = open ? groups : groups.slice(0, fewest);
  const largest = Math.max(1, ...groups.map(({ count }) => count));
  return (
    <section className="query-facet" aria-label={label}>
      <h3>
        {label.length > 2 ? label.replace(/代码$/, '') : label}
        {facetNode(question, one) && (
          <button
            type="button"
            className="query-not"
            aria-label={`清除${label}`}
            onClick={() => onEdit((now) => withoutFacet(now, one))}
          >
            清除
          </button>
        )}
      </h3>
      {groups.length === 0 && <p className="soft-text">没有人</p>}
      <ul>
        {shown.map((group) => {
          const chosen = isChosen(question, one, group.where);
          return (
            <li key={group.label}>
              <button
                type="button"
                className={chosen ? 'query-facet-group is-chosen' : 'query-facet-group'}
                aria-pressed={chosen}
                onClick={() => onEdit((now) => toggledFacet(now, one, group.where))}
              >
                <span className="query-facet-bar" style={{ width: `${(group.count / largest) * 100}%` }} />
                <span className="query-facet-label" title={group.label}>
                  {group.label}
                </span>
                <span className="query-facet-count">{group.count.toLocaleString('zh-CN')}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {groups.length > fewest && (
        <Button type="text" size="small" onClick={() => setOpen(!open)}>
          {open ? '收起' : `其余 ${groups.length - fewest} 项`}
        </Button>
      )}
    </section>
  );
}
