import { Button, Select } from 'antd';
import { memo, useMemo, useState } from 'react';
import type { Condition, Question } from '#engine';
import { CadreError } from '#platform/model';
import { ErrorView, Loading, useCall } from '#platform/web';
import { runFacets } from '../../model/contracts.ts';
import type { AnswerBody } from '../answer/use-answer.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import { useSettled } from '../state/use-settled.ts';
import { useStable } from '../state/use-stable.ts';
import { countsByItself, facetNode, toggledFacet, withoutFacet } from './facet-edits.ts';
import { useFacetChoice, type FacetField } from './facet-choice.ts';
import { FacetGroups, type CountedFacet, type FacetGroupsProps } from './facet-groups.tsx';

export interface FacetPaneProps {
  readonly catalogue: PageCatalogue;
  readonly question: Question;
  readonly body: AnswerBody;
  readonly onEdit: (edit: (question: Question) => Question) => void;
}

type AskedFacets = Pick<AnswerBody, 'question' | 'asOf'>;

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
  const counted = useMemo(
    () => new Map((data?.facets ?? []).map((facet) => [facet.field, plainFacet(facet, catalogue)])),
    [data, catalogue],
  );
  const onToggle = useStable((one: FacetField, where: Condition) =>
    onEdit((now) => toggledFacet(now, one, where)),
  );
  const onClear = useStable((one: FacetField) => onEdit((now) => withoutFacet(now, one)));
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
        const facet = counted.get(one.field);
        const given = { one, node: facetNode(question, one), onToggle, onClear };
        if (!countsByItself(asked.question, one))
          return <OwnFacet key={one.field} {...given} catalogue={catalogue} asked={asked} />;
        return facet && <FacetGroups key={one.field} {...given} facet={facet} />;
      })}
    </section>
  );
});

/** What is wrong with the question stands at its conditions already. */
function isBadQuestion(error: Error): boolean {
  return error instanceof CadreError && error.code === 'bad-question';
}

function facetBody({ question, asOf }: AskedFacets, fields: readonly FacetField[]) {
  return {
    question,
    ...(asOf ? { asOf } : {}),
    fields: fields.map(({ field, bands }) => ({ field, ...(bands ? { bands } : {}) })),
  };
}

/** A facet of which bands are chosen: counted as if they were not. */
function OwnFacet({
  asked,
  catalogue,
  ...given
}: Omit<FacetGroupsProps, 'facet'> & { asked: AskedFacets; catalogue: PageCatalogue }) {
  const { data } = useCall(
    runFacets,
    { body: facetBody({ ...asked, question: withoutFacet(asked.question, given.one) }, [given.one]) },
    { keepPrevious: true },
  );
  const facet = useMemo(() => {
    const [own] = data?.facets ?? [];
    return own && plainFacet(own, catalogue);
  }, [data, catalogue]);
  return facet ? <FacetGroups {...given} facet={facet} /> : null;
}

/** Of a code with nothing below it nobody needs to be told that it stands for itself alone. */
function plainFacet(facet: CountedFacet, catalogue: PageCatalogue): CountedFacet {
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
