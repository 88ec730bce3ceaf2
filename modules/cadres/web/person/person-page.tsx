import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
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
import { useCadre, type CadreData } from './use-cadre.ts';
import { viewOf, viewsFor, type PersonView } from './views.ts';
import { WarningsPanel } from './warnings-panel.tsx';
import './person.css';

/** One person: the official form first, the information sets beside it. */
export function PersonPage() {
  return (
    <ServerRecords>
      <PersonLoader />
    </ServerRecords>
  );
}

function PersonLoader() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const { data, error, refetch } = useCadre(id);
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Person key={id} person={data} />;
}

interface PersonSearch {
  readonly view?: string;
  readonly tab?: string;
  readonly set?: string;
}

function Person({ person }: { person: CadreData }) {
  const search: PersonSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const registry = useRegistry();
  const wide = useWide();
  const drafts = useDrafts();
  const { save, dialog } = useSaveSet(useCadreKeeper(person.id));
  const [focus, setFocus] = useState<SetFocus | null>(null);
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
      search: { ...search, ...next },
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
            <WarningsPanel warnings={person.warnings} onOpen={onWarning} />
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
