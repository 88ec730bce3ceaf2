import { Radio } from 'antd';
import { permissions } from '#platform/model';
import { isRoleName, roles, type RoleName } from '../../model/roles.ts';

interface RoleChoiceProps {
  readonly value: RoleName;
  readonly onChange: (role: RoleName) => void;
  /** The id of the element that names the choice. */
  readonly labelledBy: string;
}

/** Chooses a role, each with what it may do. */
export function RoleChoice({ value, onChange, labelledBy }: RoleChoiceProps) {
  return (
    <Radio.Group
      vertical
      aria-labelledby={labelledBy}
      value={value}
      onChange={(event) => {
        const role = String(event.target.value);
        if (isRoleName(role)) onChange(role);
      }}
    >
      {Object.entries(roles).map(([name, role]) => (
        <Radio key={name} value={name}>
          {role.label}
          <span className="users-may">{role.permissions.map((each) => permissions[each]).join('、')}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
