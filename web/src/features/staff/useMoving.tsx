import {useState} from 'react';
import {useMutation, useQueryClient} from '@tanstack/react-query';
import {changeRoom, reschedule, type Move, type Sitting} from '../../api/desk';
import {Button} from '../../ui/Button';
import {Notice} from '../../ui/States';
import {keyOf} from './blocks';
import {Refused} from './Refused';
import {useStaffWords} from './words';

/** Where it goes: to another time or therapist, or to another room at its own time. */
type To = Move | {roomId: string};
/** @param column where it is shown until the server has answered, from the minute {@code from} on */
type Moving = {sitting: Sitting; column: string; from: number; to: To};

const isRoom = (to: To): to is {roomId: string} => 'roomId' in to;

/** The way back. The clinic takes its own step back: whoever is moved to and fro owes nothing for it. */
function backOf({sitting, to}: Moving): To {
  if (isRoom(to)) return {roomId: sitting.roomId};
  return {start: sitting.start, ...(to.therapistId && {therapistId: sitting.therapistId}), override: {reason: 'MISTAKE'}};
}

/** What is dragged on a calendar: it moves at once, the server decides, and it can be taken back. */
export function useMoving(zone: string, names?: Map<string, string>) {
  const {t} = useStaffWords();
  const client = useQueryClient();
  const [done, setDone] = useState<{before: Sitting; version: number; back: To}>();
  const send = (sitting: Sitting, to: To) =>
    isRoom(to) ? changeRoom(client, sitting, to.roomId, sitting.number) : reschedule(client, sitting, to);
  const moving = useMutation({
    mutationFn: ({sitting, to}: Moving) => send(sitting, to),
    onSuccess: ({version}, moved) => setDone({before: moved.sitting, version, back: backOf(moved)}),
  });
  const undoing = useMutation({
    mutationFn: ({before, version, back}: NonNullable<typeof done>) => send({...before, version}, back),
    onSuccess: () => setDone(undefined),
  });
  const again = (change: Partial<Move>) => {
    const asked = moving.variables!;
    moving.mutate({...asked, to: {...(asked.to as Move), ...change}});
  };
  const asked = moving.variables;
  return {
    move: (wish: Moving) => {
      setDone(undefined);
      undoing.reset();
      moving.mutate(wish);
    },
    pending: moving.isPending && asked ? {id: keyOf(asked.sitting), column: asked.column, from: asked.from} : undefined,
    notices: (
      <>
        <div role="status" className="mb-3 empty:mb-0">
          {done && !undoing.isError && (
            <Notice tone="ok">
              <div className="flex flex-wrap items-center justify-between gap-3">
                <p>{t(isRoom(done.back) ? 'movedRoom' : 'moved', {name: done.before.client.name || t('nobody')})}</p>
                <Button look="ghost" busy={undoing.isPending} onClick={() => undoing.mutate(done)}>
                  {t('undo')}
                </Button>
              </div>
            </Notice>
          )}
        </div>
        {[moving, undoing].map(
          (one, index) =>
            one.isError && (
              <div key={index} className="mb-3">
                <Refused
                  error={one.error}
                  zone={zone}
                  names={names}
                  onInstead={one === moving && asked && !isRoom(asked.to) ? ({start, therapistId}) => again({start, ...(names && {therapistId})}) : undefined}
                  onFee={one === moving ? again : undefined}
                  onClose={one.reset}
                />
              </div>
            ),
        )}
      </>
    ),
  };
}
