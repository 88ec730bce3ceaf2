import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Question } from '#engine';
import { grouped } from '../tree/tree-nodes.ts';
import { fragmentOf, readFragment, storedIdIn, type Asked } from './fragment.ts';
import { changedTo, redone, startHistory, undone } from './undo-history.ts';
import { useSettled } from './use-settled.ts';

/** The question of the page with everything that can be done to it. */
export interface AskedState {
  readonly asked: Asked;
  /** Changes it; typing one thing, named by `about`, is one step of undo. */
  readonly change: (next: Partial<Asked>, about?: string) => void;
  readonly edit: (edit: (question: Question) => Question, about?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The saved question or list that the address names and that is to be opened; null when it names none. */
  readonly storedId: string | null;
  readonly forgetStored: () => void;
  /** The address asks something that cannot be read. */
  readonly unreadable: boolean;
}

const addressPause = 300;

function shaped(asked: Asked | null): Asked {
  return asked === null ? { question: grouped({}) } : { ...asked, question: grouped(asked.question) };
}

/** Keeps the question, its history, and the part of the address after `#` in step. */
export function useAsked(): AskedState {
  // Null while the page that comes next is on its way: its address is neither a question nor a place to write one.
  const place = useLocation({ select: ({ pathname, hash: part }) => (pathname === '/query' ? part : null) });
  const [hash, arrive] = useState(place ?? '');
  if (place !== null && place !== hash) arrive(place);
  const isHere = place !== null;
  const navigate = useNavigate();
  const [history, setHistory] = useState(() => startHistory(shaped(readFragment(hash))));
  const asked = history.present;
  const written = useRef(hash);
  const settled = useSettled(asked, addressPause);
  const named = storedIdIn(hash);
  // Once opened it is the question that counts, until the address names something again.
  const [forgotten, forget] = useState<string | null>(null);
  if (named === null && forgotten !== null) forget(null);
  const storedId = named === forgotten ? null : named;

  useEffect(() => {
    const fragment = fragmentOf(settled) ?? '';
    if (!isHere || storedId !== null) return;
    if (fragment === written.current) return;
    written.current = fragment;
    void navigate({ to: '/query', hash: fragment, replace: true });
  }, [settled, isHere, storedId, navigate]);

  useEffect(() => {
    if (hash === written.current) return;
    written.current = hash;
    setHistory((old) => (storedIdIn(hash) === null ? changedTo(old, shaped(readFragment(hash))) : old));
  }, [hash]);

  const change = useCallback((next: Partial<Asked>, about?: string) => {
    setHistory((old) => changedTo(old, { ...old.present, ...next }, about));
  }, []);
  const edit = useCallback((how: (question: Question) => Question, about?: string) => {
    setHistory((old) => {
      const question = how(old.present.question);
      return question === old.present.question ? old : changedTo(old, { ...old.present, question }, about);
    });
  }, []);
  return {
    asked,
    change,
    edit,
    undo: useCallback(() => setHistory(undone), []),
    redo: useCallback(() => setHistory(redone), []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    storedId,
    forgetStored: useCallback(() => forget(named), [named]),
    unreadable: useMemo(
      () => hash !== '' && storedIdIn(hash) === null && readFragment(hash) === null,
      [hash],
    ),
  };
}
