import {useId, type ReactNode} from 'react';
import {classes} from './classes';

const chip = (on: boolean) =>
  classes(
    'inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full border-[1.5px] px-4 py-1.5 text-[0.92rem] transition duration-150 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary',
    on ? 'border-primary bg-tint font-semibold text-primary' : 'border-edge bg-surface hover:border-primary',
  );

type Choice<V extends string> = {value: V; label: ReactNode};

/** Pills of which any number may be on. */
export function ManyChips<V extends string>(props: {
  legend: ReactNode;
  choices: Choice<V>[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
  legendHidden?: boolean;
}) {
  const {choices, chosen, onChange} = props;
  return (
    <fieldset>
      <legend className={props.legendHidden ? 'sr-only' : 'mb-2 font-semibold'}>{props.legend}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(({value, label}) => {
          const on = chosen.includes(value);
          return (
            <label key={value} className={chip(on)}>
              <input
                type="checkbox"
                className="sr-only"
                checked={on}
                onChange={() => onChange(on ? chosen.filter((one) => one !== value) : [...chosen, value])}
              />
              {on && <span aria-hidden>✓</span>}
              {label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Pills of which one is on. */
export function OneChip<V extends string>(props: {
  legend: ReactNode;
  choices: Choice<V>[];
  chosen: V | undefined;
  onChange: (chosen: V) => void;
  legendHidden?: boolean;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className={props.legendHidden ? 'sr-only' : 'mb-2 font-semibold'}>{props.legend}</legend>
      <div className="flex flex-wrap gap-2">
        {props.choices.map(({value, label}) => (
          <label key={value} className={chip(value === props.chosen)}>
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={value === props.chosen}
              onChange={() => props.onChange(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
