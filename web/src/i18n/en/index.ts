import approval from './approval.json';
import calendar from './calendar.json';
import common from './common.json';
import desk from './desk.json';
import post from './post.json';
import signin from './signin.json';

export default { common, approval, calendar, desk, post, signin };
