import { lazy, Suspense } from 'react';
import { Loading } from '#platform/web';
import type { QuestionEditorProps } from './question-editor.tsx';

const Editor = lazy(async () => ({ default: (await import('./question-editor.tsx')).QuestionEditor }));

/** The editor for other modules; it is loaded when it is first shown. */
export function QuestionEditor(props: QuestionEditorProps) {
  return (
    <Suspense fallback={<Loading />}>
      <Editor {...props} />
    </Suspense>
  );
}
