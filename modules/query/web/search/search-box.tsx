import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { call, keyOf, messageOf, useCall, useCan, useNotes } from '#platform/web';
import { searchEverything } from '../../model/contracts.ts';
import { useSettled } from '../state/use-settled.ts';
import { optionId, SearchList } from './search-list.tsx';
import {
  listGroup,
  movedActive,
  searchGroups,
  type SearchAnswer,
  type SearchGroup,
  type SearchOption,
} from './search-options.ts';
import { useOpenTarget } from './use-open-target.ts';
import { useSearchKeys } from './use-search-keys.ts';
import './search.css';

/** Long enough to take a fast word as one question. */
const typingPause = 90;

/** At most so many lines of each kind. */
const most = 5;

function inputFor(text: string) {
  return { body: { text, limit: most } };
}

/** Names, initials, units, posts and résumés in one box. What is typed never reaches an address or the storage. */
export function SearchBox({ large = false }: { large?: boolean }) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const openTarget = useOpenTarget();
  const client = useQueryClient();
  const notes = useNotes();
  const hasList = useCan('cadre:read');
  useSearchKeys(field);
  const wanted = useSettled(text.trim(), typingPause);
  const { data, error, isFetching } = useCall(searchEverything, inputFor(wanted || ' '), {
    enabled: open && wanted !== '',
    keepPrevious: true,
  });
  const groupsFor = (answer: SearchAnswer, typed: string): SearchGroup[] => [
    ...searchGroups(answer),
    ...(hasList ? [listGroup(typed)] : []),
  ];
  const groups = data && wanted !== '' ? groupsFor(data, wanted) : [];
  const options = groups.flatMap((group) => group.options);
  const isFresh = wanted !== '' && wanted === text.trim() && !isFetching;

  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (option: SearchOption): void => {
    close();
    setText('');
    field.current?.blur();
    openTarget(option.target);
  };
  /** Opens the line chosen, else the first one, which may have to be waited for: a fast hand is ahead of the answer. */
  const enter = async (): Promise<void> => {
    const option = options[active];
    const typed = text.trim();
    if (option) return choose(option);
    if (typed === '') return;
    const input = inputFor(typed);
    try {
      const answer = await client.fetchQuery({
        queryKey: keyOf(searchEverything, input),
        queryFn: ({ signal }) => call(searchEverything, input, signal),
        staleTime: 5_000,
      });
      const [first] = groupsFor(answer, typed).flatMap((group) => group.options);
      if (first && field.current?.value.trim() === typed) choose(first);
    } catch (problem) {
      notes.failed(problem);
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(movedActive(active, event.key === 'ArrowDown' ? 1 : -1, options.length));
    } else if (event.key === 'Escape') {
      if (open && text !== '') close();
      else field.current?.blur();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void enter();
    }
  };
  const shown = open && text.trim() !== '';
  const current = options[active];
  return (
    <search className={large ? 'search is-large' : 'search'}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="查找干部、机构、职务、简历"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(current ? { 'aria-activedescendant': optionId(listId, current.key) } : {})}
        placeholder={large ? '姓名、拼音首字母、机构、职务、简历中的字词' : '姓名、机构、职务、简历'}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKey}
      />
      {text === '' && (
        <kbd className="search-key" aria-hidden="true">
          /
        </kbd>
      )}
      {shown && (
        <div className="search-panel">
          {options.length > 0 ? (
            <SearchList id={listId} groups={groups} wanted={wanted} active={current?.key} onChoose={choose} />
          ) : (
            <p className="search-none" role="status">
              {error
                ? messageOf(error)
                : isFresh && data
                  ? '没有找到。可换一个字词，或输入姓名的拼音首字母。'
                  : '正在查找…'}
            </p>
          )}
        </div>
      )}
    </search>
  );
}
