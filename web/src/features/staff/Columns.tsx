import {useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode} from 'react';
import {classes} from '../../ui/classes';
import {clock} from './clock';

/** Minutes since midnight. */
export type Stretch = {from: number; to: number};
export type Column = {id: string; name: string; open: Stretch[]};
export type Block = Stretch & {
  id: string;
  column: string;
  /** What is read aloud of it. */
  name: string;
  tone: 'booked' | 'held' | 'here' | 'done' | 'missed';
  movable: boolean;
  children: ReactNode;
};

type Props = {
  label: string;
  columns: Column[];
  blocks: Block[];
  /** The minute that is now, and in which column, if it is to be seen. */
  now?: {minute: number; column?: string};
  open?: string;
  onOpen: (id: string) => void;
  /** Somebody lets go of a block at another place. The block stays there until it gets one by the props. */
  onMove?: (id: string, column: string, from: number) => void;
  /** Where a block was let go and no answer has come yet. */
  pending?: {id: string; column: string; from: number};
};

const PIXELS = 1.15; // to a minute
const GRID = 15; // minutes to which what is dragged snaps
const FAR = 6; // pixels from which on a press is a drag

const tones: Record<Block['tone'], string> = {
  booked: 'bg-tint border-s-primary',
  held: 'bg-clay-tint border-s-clay border-dashed',
  here: 'bg-ok-tint border-s-ok',
  done: 'bg-surface border-s-edge text-muted',
  missed: 'bg-stop-tint border-s-stop',
};

/** A day's or week's sessions in columns: one for each therapist, room or date. */
export function Columns(props: Props) {
  const {columns, blocks, onMove, pending} = props;
  const times = [...blocks, ...columns.flatMap(({open}) => open)];
  const first = Math.floor(Math.min(9 * 60, ...times.map(({from}) => from)) / 60) * 60;
  const last = Math.ceil(Math.max(17 * 60, ...times.map(({to}) => to)) / 60) * 60;
  const hours = Array.from({length: (last - first) / 60}, (_, index) => first + index * 60);
  const body = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{id: string; column: string; from: number}>();
  const pressed = useRef<{block: Block; x: number; y: number; far: boolean}>(undefined);
  const dragged = useRef(false);

  // The hour that is now stands in sight at first.
  const sight = props.now ? (props.now.minute - first - 60) * PIXELS : 0;
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = Math.max(0, sight);
  }, []);

  const placed = (block: Block) =>
    pending?.id === block.id ? {...block, column: pending.column, from: pending.from, to: pending.from + block.to - block.from} : block;
  const shown = blocks.map(placed);
  // The block itself stays where it is, for it holds the pointer; what is seen to move is only a picture.
  const pulled = drag && blocks.find(({id}) => id === drag.id);

  const over = (event: PointerEvent, {block, y}: {block: Block; y: number}) => {
    const cells = [...(body.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
    const cell = cells.find((one) => {
      const {left, right} = one.getBoundingClientRect();
      return event.clientX >= left && event.clientX < right;
    });
    const minutes = block.from + (event.clientY - y) / PIXELS;
    const from = Math.min(last - (block.to - block.from), Math.max(first, Math.round(minutes / GRID) * GRID));
    return {id: block.id, column: cell?.dataset.column ?? block.column, from};
  };

  const press = (block: Block) => (event: PointerEvent<HTMLButtonElement>) => {
    dragged.current = false;
    // A finger scrolls; who has only that moves a session by the form in its details.
    if (!onMove || !block.movable || event.pointerType === 'touch' || event.button !== 0) return;
    pressed.current = {block, x: event.clientX, y: event.clientY, far: false};
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const pull = (event: PointerEvent<HTMLButtonElement>) => {
    const held = pressed.current;
    if (!held) return;
    held.far ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > FAR;
    if (held.far) setDrag(over(event, held));
  };
  const letGo = (event: PointerEvent<HTMLButtonElement>) => {
    const held = pressed.current;
    pressed.current = undefined;
    setDrag(undefined);
    if (!held?.far) return;
    dragged.current = true;
    const to = over(event, held);
    if (to.column !== held.block.column || to.from !== held.block.from) onMove?.(to.id, to.column, to.from);
  };
  const abort = () => {
    pressed.current = undefined;
    setDrag(undefined);
  };

  return (
    <div
      ref={scroller}
      role="region"
      aria-label={props.label}
      tabIndex={0}
      className="card max-h-[72dvh] min-h-80 overflow-auto text-sm"
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && abort()}
    >
      <div ref={body} className="grid w-max min-w-full" style={{gridTemplateColumns: `3.2rem repeat(${columns.length}, minmax(8.5rem, 1fr))`}}>
        <div className="sticky start-0 top-0 z-3 border-b border-line bg-surface" />
        {columns.map(({id, name}) => (
          <div key={id} id={`column-${id}`} className="sticky top-0 z-2 border-b border-s border-line bg-surface px-2 py-2 font-semibold">
            {name}
          </div>
        ))}
        <div aria-hidden className="tab-figures sticky start-0 z-1 bg-surface text-end text-xs text-muted" style={{height: (last - first) * PIXELS}}>
          {hours.map((hour) => (
            <div key={hour} className="pe-1.5 pt-0.5" style={{height: 60 * PIXELS}}>
              {clock(hour)}
            </div>
          ))}
        </div>
        {columns.map(({id, open}) => (
          <ul key={id} aria-labelledby={`column-${id}`} data-column={id} className="relative border-s border-line bg-bg">
            {open.map(({from, to}) => (
              <li key={from} role="presentation" aria-hidden className="absolute inset-x-0 bg-surface" style={at(from, to, first)} />
            ))}
            {hours.map((hour) => (
              <li key={hour} role="presentation" aria-hidden className="absolute inset-x-0 border-t border-line" style={{top: (hour - first) * PIXELS}} />
            ))}
            {inLanes(shown.filter((block) => block.column === id)).map(({block, lane, lanes}) => (
              <li key={block.id} className="absolute z-[1] p-px" style={{...at(block.from, block.to, first), insetInlineStart: `${(lane / lanes) * 100}%`, width: `${100 / lanes}%`}}>
                <button
                  type="button"
                  aria-pressed={props.open === block.id}
                  aria-busy={pending?.id === block.id || undefined}
                  onPointerDown={press(block)}
                  onPointerMove={pull}
                  onPointerUp={letGo}
                  onPointerCancel={abort}
                  onClick={() => dragged.current || props.onOpen(block.id)}
                  className={classes(
                    'flex h-full w-full flex-col overflow-hidden rounded-md border border-s-[4px] border-line px-1.5 py-0.5 text-start text-[0.8rem] leading-tight',
                    tones[block.tone],
                    onMove && block.movable && 'cursor-grab',
                    drag?.id === block.id && 'cursor-grabbing opacity-40',
                    pending?.id === block.id && 'opacity-60',
                    props.open === block.id && 'outline-2 outline-primary',
                  )}
                >
                  <span className="sr-only">{block.name}</span>
                  <span aria-hidden className="contents">
                    {block.children}
                  </span>
                </button>
              </li>
            ))}
            {pulled && drag.column === id && (
              <li role="presentation" aria-hidden className="pointer-events-none absolute inset-x-0 z-[2] p-px" style={at(drag.from, drag.from + pulled.to - pulled.from, first)}>
                <div className={classes('flex h-full flex-col overflow-hidden rounded-md border-s-[4px] px-1.5 py-0.5 text-[0.8rem] leading-tight shadow-card outline-2 outline-primary', tones[pulled.tone])}>
                  <b className="tab-figures">{clock(drag.from)}</b>
                  {pulled.children}
                </div>
              </li>
            )}
            {props.now && (props.now.column === undefined || props.now.column === id) && props.now.minute >= first && props.now.minute <= last && (
              <li role="presentation" aria-hidden className="pointer-events-none absolute inset-x-0 z-[1] border-t-2 border-clay" style={{top: (props.now.minute - first) * PIXELS}} />
            )}
          </ul>
        ))}
      </div>
    </div>
  );
}

const at = (from: number, to: number, first: number): CSSProperties => ({top: (from - first) * PIXELS, height: (to - from) * PIXELS});

/** What is at the same time stands side by side. */
export function inLanes<B extends Stretch>(blocks: B[]): {block: B; lane: number; lanes: number}[] {
  const sorted = [...blocks].sort((one, other) => one.from - other.from || one.to - other.to);
  const all: {block: B; lane: number; lanes: number}[] = [];
  let group: typeof all = [];
  let until = -1;
  const close = () => {
    const lanes = Math.max(0, ...group.map(({lane}) => lane + 1));
    for (const one of group) one.lanes = lanes;
    group = [];
  };
  for (const block of sorted) {
    if (block.from >= until) close();
    const busy = new Set(group.filter((one) => one.block.to > block.from).map(({lane}) => lane));
    let lane = 0;
    while (busy.has(lane)) lane++;
    const one = {block, lane, lanes: 1};
    group.push(one);
    all.push(one);
    until = Math.max(group.length > 1 ? until : -1, block.to);
  }
  close();
  return all;
}
