import account from './account.json';
import approval from './approval.json';
import calendar from './calendar.json';
import common from './common.json';
import desk from './desk.json';
import door from './door.json';
import post from './post.json';
import settings from './settings.json';
import signin from './signin.json';
import start from './start.json';

export default { account, approval, calendar, common, desk, door, post, settings, signin, start };
