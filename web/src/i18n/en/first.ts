import calendar from './calendar.json';
import common from './common.json';

// What the calendar says when it is opened.
export default { calendar, common };
