from unittest import mock

from oslotest import base

from sample import poller


class PollerTest(base.BaseTestCase):
    @mock.patch('eventlet.sleep')
    def test_waits_between_polls(self, sleep):
        poller.poll(times=2)
        sleep.assert_called_once_with(5)
