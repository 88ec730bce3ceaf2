import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { SetDefinition, SubjectKind } from '#platform/model';
import { ErrorView, Loading } from '#platform/web';
import { remarksOf, tablesOfField, typeLabels } from './field-text.ts';
import { RegistryPage } from './registry-page.tsx';
import { UnverifiedMark } from './unverified-mark.tsx';
import { useDeclared, type Declared } from './use-declared.ts';

const kinds: readonly { readonly kind: SubjectKind; readonly label: string }[] = [
  { kind: 'person', label: '干部' },
  { kind: 'unit', label: '机构' },
];

/** 信息集: what can be recorded about people and units. Read only: sets are declared, not edited. */
export function SetsPage() {
  const { declared, error, refetch } = useDeclared();
  const code = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!declared) return <Loading />;
  const { registry } = declared;
  const set = registry.find(code) ?? registry.sets[0];
  const list = kinds.map(({ kind, label }) => (
    <section key={kind}>
      <h2>{label}</h2>
      <ul>
        {registry.of(kind).map((each) => (
          <li key={each.code}>
            <button
              type="button"
              aria-current={each.code === set?.code}
              onClick={() => void navigate({ to: '/admin/sets', hash: each.code })}
            >
              <span className="registry-code">{each.code}</span> {each.label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
  return <RegistryPage list={list}>{set && <SetView set={set} declared={declared} />}</RegistryPage>;
}

function SetView({ set, declared }: { readonly set: SetDefinition; readonly declared: Declared }) {
  const tables = new Map(declared.tables.map((table) => [table.id, table]));
  const facts = [
    `${set.subject === 'unit' ? '每个机构' : '每人'}${set.repeating ? '可有多条记录' : '一条记录'}`,
    set.sensitive && '敏感，只有获准查看敏感信息的人可见',
    set.internal && '由系统维护，不在页面上修改',
  ].filter((fact) => typeof fact === 'string');
  return (
    <>
      <h1>
        {set.code} {set.label}
      </h1>
      <p className="soft-text">{facts.join('；')}。</p>
      <div className="registry-scroll">
        <table className="registry-table">
          <thead>
            <tr>
              <th>代码</th>
              <th>指标项</th>
              <th>类型</th>
              <th>代码表</th>
              <th>说明</th>
              <th>标识</th>
            </tr>
          </thead>
          <tbody>
            {set.fields.map((field) => (
              <tr key={field.key}>
                <td className="registry-code">{field.code}</td>
                <td>{field.label}</td>
                <td>{typeLabels[field.type]}</td>
                <td>
                  {tablesOfField(field).map((id) => (
                    <TableLink
                      key={id}
                      id={id}
                      name={tables.get(id)?.name}
                      verified={tables.get(id)?.verified}
                    />
                  ))}
                </td>
                <td>{remarksOf(field)}</td>
                <td className="registry-code soft-text">{field.key}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface TableLinkProps {
  readonly id: string;
  readonly name: string | undefined;
  readonly verified: boolean | undefined;
}

function TableLink({ id, name, verified }: TableLinkProps) {
  // A table that the program does not have is named all the same: its codes travel, without labels.
  if (name === undefined) return <div className="soft-text">{id}（未收录）</div>;
  return (
    <div>
      <Link to="/admin/code-tables" hash={id}>
        {id} {name}
      </Link>
      {verified === false && <UnverifiedMark />}
    </div>
  );
}
