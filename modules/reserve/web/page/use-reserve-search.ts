import { useNavigate, useSearch } from '@tanstack/react-router';

interface Given {
  readonly tab?: string | undefined;
  readonly asOf?: string | undefined;
}

/** The parts of the address of a page of this module, and a way to change them; undefined takes a part out. */
export function useReserveSearch(): Given & { readonly go: (parts: Given) => void } {
  const given: Given = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    tab: given.tab,
    asOf: given.asOf,
    go(parts) {
      const next = Object.entries({ ...given, ...parts }).filter(([, value]) => value !== undefined);
      void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
    },
  };
}
