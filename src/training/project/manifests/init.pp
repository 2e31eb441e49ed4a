class skerry (
  $rabbit_heartbeat_in_pthread = true,
) {
  oslo::messaging::rabbit { 'skerry_config':
    heartbeat_in_pthread => $rabbit_heartbeat_in_pthread,
  }
  skerry_config {
    'oslo_messaging_rabbit/heartbeat_in_pthread': value => true;
  }
}
