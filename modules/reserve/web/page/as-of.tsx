import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';

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

/** 截止时间: the day for which everything on the page is counted. */
export function AsOf({ counted }: { readonly counted: string | undefined }) {
  const { asOf, go } = useReserveSearch();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="reserve-as-of" role="group" aria-label="截止时间">
      <label htmlFor="reserve-as-of">截止时间</label>
      <Input
        id="reserve-as-of"
        type="date"
        value={typed ?? asOf ?? counted ?? ''}
        min="1950-01-01"
        max="2099-12-31"
        onChange={({ target: { value } }) => {
          // While a date is being typed it is none for moments, or one of the first century.
          const isDay = /^(19[5-9]\d|20\d\d)-\d\d-\d\d$/.test(value);
          setTyped(isDay ? null : value);
          if (isDay) go({ asOf: value });
        }}
        onBlur={() => setTyped(null)}
      />
      {asOf === undefined ? (
        <span className="soft-text">今天</span>
      ) : (
        <Button type="text" onClick={() => go({ asOf: undefined })}>
          回到今天
        </Button>
      )}
    </div>
  );
}
