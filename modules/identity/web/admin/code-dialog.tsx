import { Modal, Typography } from 'antd';

/** A one-time code and the account that it is for. */
export interface IssuedCode {
  readonly name: string;
  readonly code: string;
}

/** Shows a one-time code. The server keeps no readable copy, so it is shown this once. */
export function CodeDialog({
  issued,
  onClose,
}: {
  readonly issued: IssuedCode;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      open
      title={`“${issued.name}”的一次性验证码`}
      okText="已记下"
      onOk={onClose}
      footer={(_buttons, { OkBtn }) => <OkBtn />}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <Typography.Paragraph
        className="users-code"
        copyable={{ text: issued.code, tooltips: ['复制', '已复制'] }}
      >
        {issued.code}
      </Typography.Paragraph>
      <p>
        请当面或通过安全的方式告诉本人。本人在登录页点“首次登录或密码已重置”，凭验证码设置密码。关闭后不再显示，遗失时可以重置。
      </p>
    </Modal>
  );
}
