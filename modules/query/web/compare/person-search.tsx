import { Select } from 'antd';
import { useState } from 'react';
import { useCall } from '#platform/web';
import { searchEverything } from '../../model/contracts.ts';
import { useSettled } from '../state/use-settled.ts';

const typingPause = 120;

/** Finds one more person by name or initials. */
export function PersonSearch({
  chosen,
  label,
  placeholder,
  disabled = false,
  onChoose,
}: {
  /** Who is not offered again. */
  chosen: readonly string[];
  label: string;
  placeholder: string;
  disabled?: boolean;
  onChoose: (id: string) => void;
}) {
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim(), typingPause);
  const { data, isFetching } = useCall(
    searchEverything,
    { body: { text: wanted || ' ', limit: 20 } },
    { enabled: wanted !== '', keepPrevious: true },
  );
  const people = wanted === '' ? [] : (data?.people ?? []).filter(({ id }) => !chosen.includes(id));
  return (
    <Select
      className="person-search"
      aria-label={label}
      placeholder={placeholder}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      disabled={disabled}
      value={null}
      notFoundContent={wanted === '' || isFetching ? null : '没有找到'}
      options={people.map(({ id, name, unit, post }) => ({
        value: id,
        label: (
          <>
            {name} <span className="soft-text">{post || unit}</span>
          </>
        ),
      }))}
      onChange={(id: string | null) => {
        setText('');
        if (id !== null) onChoose(id);
      }}
    />
  );
}
