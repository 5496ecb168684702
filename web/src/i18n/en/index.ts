import calendar from './calendar.json';
import common from './common.json';
import post from './post.json';
import signin from './signin.json';

export default { common, calendar, post, signin };
