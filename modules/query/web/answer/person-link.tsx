import { useNavigate } from '@tanstack/react-router';
import { useCallback, type MouseEvent, type ReactNode } from 'react';

/** Opens a person's page, from a row or from its name. */
export function useOpenPerson(): (id: string) => void {
  const navigate = useNavigate();
  return useCallback((id) => void navigate({ to: '/cadres/$id', params: { id } }), [navigate]);
}

export interface PersonLinkProps {
  readonly id: string;
  readonly className: string;
  readonly onOpen: (id: string) => void;
  readonly children: ReactNode;
}

/**
 * The link to a person's page in a long list. The router's own link watches the address, which some dozens of them in
 * every answer have no need of.
 */
export function PersonLink({ id, className, onOpen, children }: PersonLinkProps) {
  const open = (event: MouseEvent): void => {
    // The row below opens the person too.
    event.stopPropagation();
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!isPlain || event.button !== 0) return;
    event.preventDefault();
    onOpen(id);
  };
  return (
    <a href={`/cadres/${encodeURIComponent(id)}`} className={className} onClick={open}>
      {children}
    </a>
  );
}
