import absences from './absences.json';
import approval from './approval.json';
import approvalSettings from './approvalSettings.json';
import calendar from './calendar.json';
import calendarSettings from './calendarSettings.json';
import campaign from './campaign.json';
import channels from './channels.json';
import client from './client.json';
import common from './common.json';
import crisis from './crisis.json';
import desk from './desk.json';
import door from './door.json';
import hooks from './hooks.json';
import links from './links.json';
import margin from './margin.json';
import members from './members.json';
import notices from './notices.json';
import palette from './palette.json';
import people from './people.json';
import plan from './plan.json';
import post from './post.json';
import profile from './profile.json';
import record from './record.json';
import roles from './roles.json';
import security from './security.json';
import settings from './settings.json';
import setup from './setup.json';
import signin from './signin.json';
import start from './start.json';
import times from './times.json';
import tokens from './tokens.json';

export default {
  absences,
  approval,
  approvalSettings,
  calendar,
  calendarSettings,
  campaign,
  channels,
  client,
  common,
  crisis,
  desk,
  door,
  hooks,
  links,
  margin,
  members,
  notices,
  palette,
  people,
  plan,
  post,
  profile,
  record,
  roles,
  security,
  settings,
  setup,
  signin,
  start,
  times,
  tokens,
};
