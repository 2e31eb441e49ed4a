from unittest import mock

from oslotest import base

from stratus.agent import manager


class AgentManagerTestCase(base.BaseTestCase):

    @mock.patch('eventlet.sleep')
    def test_poll_sleeps_between_attempts(self, sleep):
        check = mock.Mock(side_effect=[False, False, True])

        manager.poll(check, interval=3)

        self.assertEqual([mock.call(3)] * 2, sleep.mock_calls)
