import {useState} from 'react';
import {render, screen} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {expect, test} from 'vitest';
import {BodyMap} from './BodyMap';

function Shown() {
  const [chosen, setChosen] = useState<string[]>([]);
  return <BodyMap chosen={chosen} onChange={setChosen} />;
}

test('an area is chosen and left again by keyboard alone', async () => {
  const user = userEvent.setup();
  render(<Shown />);
  const area = screen.getByRole('checkbox', {name: 'Between the shoulder blades'});
  area.focus();
  await user.keyboard(' ');
  expect(area).toHaveAttribute('aria-checked', 'true');
  await user.keyboard('{Enter}');
  expect(area).toHaveAttribute('aria-checked', 'false');
});

test('the front has areas of its own, and the list has all of both', async () => {
  const user = userEvent.setup();
  render(<Shown />);
  expect(screen.queryByRole('checkbox', {name: 'Chest'})).not.toBeInTheDocument();
  await user.click(screen.getByRole('radio', {name: 'Front'}));
  await user.click(screen.getByRole('checkbox', {name: 'Chest'}));
  await user.click(screen.getByRole('radio', {name: 'As a list'}));
  expect(screen.getAllByRole('checkbox')).toHaveLength(19);
  expect(screen.getByRole('checkbox', {name: /Chest/})).toBeChecked();
});
