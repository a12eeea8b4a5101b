import {useState} from 'react';
import {ManyChips} from './Chips';

const NONE = '-';

/**
 * Which of these hold, or expressly none. Undefined is "not answered yet". The first few are shown, and all once asked
 * for or once one of the others is chosen.
 */
export function NoneOrMany(props: {
  legend: string;
  none: string;
  more: string;
  choices: {value: string; label: string}[];
  chosen: string[] | undefined;
  onChange: (chosen: string[] | undefined) => void;
  shown?: number;
}) {
  const {choices, chosen, shown = 8} = props;
  const [asked, setAsked] = useState(false);
  const all = asked || choices.slice(shown).some(({value}) => chosen?.includes(value));
  const visible = all ? choices : choices.slice(0, shown);
  return (
    <div>
      <ManyChips
        legend={props.legend}
        choices={[...visible, {value: NONE, label: props.none}]}
        chosen={chosen === undefined ? [] : chosen.length === 0 ? [NONE] : chosen}
        onChange={(next) => {
          const noneBefore = chosen?.length === 0;
          if (next.includes(NONE) && !noneBefore) props.onChange([]);
          else {
            const some = next.filter((value) => value !== NONE);
            props.onChange(some.length > 0 ? some : undefined);
          }
        }}
      />
      {!all && choices.length > shown && (
        <button type="button" className="link mt-2 min-h-11 px-1" onClick={() => setAsked(true)}>
          {props.more}
        </button>
      )}
    </div>
  );
}
