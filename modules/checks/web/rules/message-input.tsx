import { Input, Select, type GetRef } from 'antd';
import { useRef } from 'react';
import { useQueryFields } from '#modules/query/web';
import { fieldOfPlace, placeOfField, placesOf } from '../../model/message-places.ts';

export interface MessageInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The sentence of a rule; fields of the person are put into it from a list. */
export function MessageInput({ id, value, onChange }: MessageInputProps) {
  const fields = useQueryFields();
  const area = useRef<GetRef<typeof Input.TextArea>>(null);
  const ofPeople = fields.filter((field) => field.of === 'person');
  const unknown = fields.length === 0 ? [] : placesOf(value).filter((place) => !fieldOfPlace(fields, place));
  const insert = (name: string): void => {
    const field = ofPeople.find((each) => each.name === name);
    if (!field) return;
    const place = placeOfField(fields, field);
    const text = area.current?.resizableTextArea?.textArea;
    const [from, to] = [text?.selectionStart ?? value.length, text?.selectionEnd ?? value.length];
    onChange(value.slice(0, from) + place + value.slice(to));
  };
  return (
    <div className="checks-message">
      <Input.TextArea
        ref={area}
        id={id}
        value={value}
        rows={3}
        maxLength={300}
        placeholder="如：{姓名}出生于{出生日期}，请核对。"
        onChange={({ target }) => onChange(target.value)}
      />
      <Select<string | null>
        aria-label="插入项目"
        placeholder="插入项目…"
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={ofPeople.map(({ name, label }) => ({ value: name, label }))}
        onChange={(name) => {
          if (name !== null) insert(name);
        }}
      />
      {unknown.length > 0 && (
        <p className="warn-text" role="alert">
          没有“{unknown.join('”“')}”这样的项目，请从列表中选择。
        </p>
      )}
    </div>
  );
}
