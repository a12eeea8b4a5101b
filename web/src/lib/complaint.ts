import {useKept} from './kept';

/**
 * What somebody says about their body while they look for help. It stays in this tab: it is sent with a question and
 * never stands in an address.
 *
 * @param health codes of what holds; undefined while not answered, empty for "none of these"
 */
export type Complaint = {
  areas: string[];
  qualities: string[];
  pain: number;
  health?: string[];
  words: string;
};

export const useComplaint = () =>
  useKept<Complaint>('complaint', {areas: [], qualities: [], pain: 4, words: ''});
