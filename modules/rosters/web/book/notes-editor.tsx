import { Input } from 'antd';
import { useState } from 'react';

interface NotesEditorProps {
  readonly notes: readonly string[];
  readonly onChange: (notes: string[]) => void;
}

const mostNotes = 10;
const longest = 200;

/** 说明: what stands below the table, a line each. */
export function NotesEditor({ notes, onChange }: NotesEditorProps) {
  // Empty lines belong to the typing and not to the roster.
  const [text, setText] = useState(notes.join('\n'));
  return (
    <label className="rosters-notes">
      说明
      <Input.TextArea
        value={text}
        aria-label="名册说明"
        placeholder="印在表后，每行一条"
        rows={3}
        onChange={(event) => {
          const lines = event.target.value.split('\n').map((line) => line.slice(0, longest));
          const kept = lines.map((line) => line.trim()).filter((line) => line !== '');
          if (kept.length > mostNotes) return;
          setText(lines.join('\n'));
          onChange(kept);
        }}
      />
    </label>
  );
}
