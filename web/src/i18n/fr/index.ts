// what the calendar, a post and the approvals say; the rest comes with the pages that say it
import approval from './approval.json';
import calendar from './calendar.json';
import common from './common.json';
import post from './post.json';

export default {
  approval,
  calendar,
  common,
  post,
};
