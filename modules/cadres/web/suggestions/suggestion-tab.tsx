import { Button } from 'antd';
import { EmptyState, ErrorView, Loading, useAction, useCall, useConfirm, useNotes } from '#platform/web';
import { acceptSuggestions, readSuggestions } from '../../model/contracts.ts';
import { useRefreshPerson } from '../person/use-refresh-person.ts';
import { SuggestionCard, type Suggestion } from './suggestion-card.tsx';

/** 建议: posts and education read from the texts of the form, until a clerk accepts them. */
export function SuggestionTab({ id }: { id: string }) {
  const { data, error, refetch } = useCall(readSuggestions, { params: { id } });
  const action = useAction(acceptSuggestions);
  const refresh = useRefreshPerson(id);
  const notes = useNotes();
  const confirm = useConfirm();
  const accept = async (keys: readonly string[]): Promise<void> => {
    try {
      const { accepted } = await action.mutateAsync({ params: { id }, body: { keys: [...keys] } });
      notes.done(`已采纳 ${accepted} 条`);
      await refresh();
    } catch (problem) {
      notes.failed(problem);
      void refetch();
    }
  };
  const acceptAll = async (all: readonly Suggestion[]): Promise<void> => {
    const open = all.filter((suggestion) => suggestion.unclear.length > 0).length;
    const title = `采纳全部 ${all.length} 条建议？`;
    const content = `其中 ${open} 条有需要核对之处，采纳后请在信息集中核对。`;
    if (await confirm({ title, content, verb: '采纳' })) await accept(all.map(({ key }) => key));
  };
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { suggestions } = data;
  if (suggestions.length === 0) {
    return (
      <EmptyState title="没有待采纳的建议" hint="任免表文字中没有可补充到职务、学历学位信息集的内容。" />
    );
  }
  const clear = suggestions.filter((suggestion) => suggestion.unclear.length === 0);
  return (
    <div className="suggestions">
      <div className="suggestions-head">
        <span>
          从简历等文字读出 {suggestions.length} 条
          {clear.length < suggestions.length &&
            `，其中 ${suggestions.length - clear.length} 条有需要核对之处`}
        </span>
        {clear.length > 0 && (
          <Button
            type="primary"
            loading={action.isPending}
            onClick={() => void accept(clear.map((suggestion) => suggestion.key))}
          >
            采纳已识别的 {clear.length} 条
          </Button>
        )}
        {clear.length < suggestions.length && (
          <Button loading={action.isPending} onClick={() => void acceptAll(suggestions)}>
            全部采纳
          </Button>
        )}
      </div>
      {suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion.key}
          suggestion={suggestion}
          onAccept={() => void accept([suggestion.key])}
        />
      ))}
    </div>
  );
}
