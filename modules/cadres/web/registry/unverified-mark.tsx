/** Says that not all codes of a table are proven. */
export function UnverifiedMark() {
  return (
    <span className="uncoded-mark registry-unverified" title="部分代码尚未与正式标准核对">
      未核实
    </span>
  );
}
