import { Input } from 'antd';
import { useState } from 'react';

/** Finds people from anywhere. What is typed never reaches the address bar. */
export function SearchBox({ onFind }: { onFind: (text: string) => void }) {
  const [text, setText] = useState('');
  const find = (): void => {
    const wanted = text.trim();
    if (wanted === '') return;
    setText('');
    onFind(wanted);
  };
  return (
    <form
      role="search"
      className="shell-search"
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <Input
        value={text}
        maxLength={60}
        allowClear
        autoComplete="off"
        aria-label="查找干部"
        placeholder="姓名、拼音首字母、身份证号"
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault();
          find();
        }}
      />
    </form>
  );
}
