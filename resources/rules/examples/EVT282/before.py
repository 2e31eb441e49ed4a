from neutron.common import eventlet_utils

eventlet_utils.monkey_patch()

from networking_sample.agent import main
