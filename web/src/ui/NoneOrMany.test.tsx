import {useState} from 'react';
import {render, screen} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {expect, test, vi} from 'vitest';
import {NoneOrMany} from './NoneOrMany';

const told = vi.fn();

function Shown() {
  const [chosen, setChosen] = useState<string[]>();
  return (
    <NoneOrMany
      legend="Is any of this true?"
      none="None of these"
      more="Show all"
      shown={2}
      choices={['FEVER', 'DIABETES', 'SCOLIOSIS'].map((value) => ({value, label: value.toLowerCase()}))}
      chosen={chosen}
      onChange={(next) => {
        told(next);
        setChosen(next);
      }}
    />
  );
}

test('"none" and "something" never hold together, and nothing said is no answer', async () => {
  const user = userEvent.setup();
  render(<Shown />);
  await user.click(screen.getByRole('checkbox', {name: 'None of these'}));
  expect(told).toHaveBeenLastCalledWith([]);
  await user.click(screen.getByRole('checkbox', {name: 'fever'}));
  expect(told).toHaveBeenLastCalledWith(['FEVER']);
  expect(screen.getByRole('checkbox', {name: 'None of these'})).not.toBeChecked();
  await user.click(screen.getByRole('checkbox', {name: /fever/}));
  expect(told).toHaveBeenLastCalledWith(undefined);
});

test('what is not shown at first is shown when asked for', async () => {
  const user = userEvent.setup();
  render(<Shown />);
  expect(screen.queryByRole('checkbox', {name: 'scoliosis'})).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', {name: 'Show all'}));
  expect(screen.getByRole('checkbox', {name: 'scoliosis'})).toBeInTheDocument();
});
