import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState, type ComponentType } from 'react';
import type { CellTarget } from '#documents/form';
import type { Finding, RecordRow } from '#platform/model';
import {
  ErrorView,
  Loading,
  ServerRecords,
  useCan,
  useDrafts,
  useLeaveGuard,
  useRegistry,
  useSaveSet,
  useWide,
  type SetFocus,
} from '#platform/web';
import { placeOf } from '../form/field-place.ts';
import { FormPanel } from '../form/form-panel.tsx';
import { PhotoDialog } from '../photo/photo-dialog.tsx';
import { useCadreKeeper } from '../sets/use-cadre-keeper.ts';
import { PersonHeader } from './person-header.tsx';
import { PersonTabs } from './person-tabs.tsx';
import type { PersonFindingsProps } from './person-findings.ts';
import { useCadre, type CadreData } from './use-cadre.ts';
import { viewOf, viewsFor, type PersonView } from './views.ts';
import { WarningsPanel } from './warnings-panel.tsx';
import './person.css';

interface PersonPageProps {
  /** What is wrong with the person, as another module shows it around the doubts of this one. */
  readonly Findings: ComponentType<PersonFindingsProps>;
}

/** One person: the official form first, the information sets beside it. */
export function PersonPage(props: PersonPageProps) {
  return (
    <ServerRecords>
      <PersonLoader {...props} />
    </ServerRecords>
  );
}

function PersonLoader({ Findings }: PersonPageProps) {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const { data, error, refetch } = useCadre(id);
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Person key={id} person={data} Findings={Findings} />;
}

interface PersonSearch {
  readonly view?: string;
  readonly tab?: string;
  readonly set?: string;
  /** A field to begin with, and its row where the set has several. */
  readonly row?: string | undefined;
  readonly field?: string | undefined;
}

function Person({ person, Findings }: PersonPageProps & { readonly person: CadreData }) {
  const search: PersonSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const registry = useRegistry();
  const wide = useWide();
  const drafts = useDrafts();
  const { save, dialog } = useSaveSet(useCadreKeeper(person.id));
  const [focus, setFocus] = useState<SetFocus | null>(() => focusOf(search));
  const [cropping, setCropping] = useState(false);
  const mayChangePhoto = useCan('cadre:edit');
  const maySee = useCan('cadre:sensitive');
  const view = viewOf(search.view, wide);
  const views = useMemo(() => viewsFor(wide), [wide]);
  useLeaveGuard(drafts.size > 0);

  const go = (next: PersonSearch): void => {
    void navigate({
      to: '/cadres/$id',
      params: { id: person.id },
      search: { ...search, row: undefined, field: undefined, ...next },
      replace: true,
    });
  };
  const openField = (place: SetFocus | null): void => {
    if (!place) return;
    setFocus(place);
    go({ view: wide ? 'both' : 'sets', tab: 'sets', set: place.set });
  };
  const onTarget = (target: CellTarget): void => {
    if (target.kind === 'photo') setCropping(mayChangePhoto && maySee);
    else
      openField(
        placeOf(target, registry, person.sets as Readonly<Record<string, { rows: readonly RecordRow[] }>>),
      );
  };
  const onWarning = (warning: Finding): void => {
    openField({ set: warning.set, row: warning.row || null, field: warning.field });
  };
  return (
    <div className="person">
      <PersonHeader
        person={person}
        view={view}
        views={views}
        onView={(next: PersonView) => go({ view: next })}
        onPhoto={() => setCropping(true)}
      />
      <div className={`person-body is-${view}`}>
        {view !== 'sets' && (
          <section className="person-form" aria-label="干部任免审批表">
            <FormPanel person={person} onTarget={onTarget} />
          </section>
        )}
        {view !== 'form' && (
          <section className="person-sets" aria-label="干部信息">
            <Findings person={person.id} revision={revisionOf(person)} onOpen={openField}>
              <WarningsPanel warnings={person.warnings} onOpen={onWarning} />
            </Findings>
            <PersonTabs
              person={person}
              tab={search.tab ?? 'sets'}
              set={search.set ?? 'A01'}
              onTab={(tab) => go({ tab })}
              onSet={(set) => go({ set })}
              drafts={drafts}
              save={save}
              focus={focus}
              onFocused={() => setFocus(null)}
            />
          </section>
        )}
      </div>
      {cropping && <PhotoDialog id={person.id} onClose={() => setCropping(false)} />}
      {dialog}
    </div>
  );
}

function focusOf({ set, row, field }: PersonSearch): SetFocus | null {
  return set === undefined || field === undefined ? null : { set, row: row ?? null, field };
}

/** The versions of all sets: a change of any makes another text. */
function revisionOf({ sets }: CadreData): string {
  return Object.entries(sets)
    .map(([code, { version }]) => `${code} ${version}`)
    .join(' ');
}
