import { Modal } from 'antd';
import { useState } from 'react';
import type { Question } from '#engine';
import { QuestionEditor } from '#modules/query/web';

/** A rule of a pool in the builder of the query page. */
export function RuleDialog({
  title,
  question,
  withPopulation,
  onDone,
  onClose,
}: {
  readonly title: string;
  readonly question: Question;
  readonly withPopulation: boolean;
  readonly onDone: (question: Question) => void;
  readonly onClose: () => void;
}) {
  const [edited, setEdited] = useState(question);
  return (
    <Modal
      open
      title={title}
      width={760}
      okText="确定"
      cancelText="取消"
      onOk={() => onDone(edited)}
      onCancel={onClose}
    >
      <QuestionEditor question={question} withPopulation={withPopulation} onChange={setEdited} />
    </Modal>
  );
}
