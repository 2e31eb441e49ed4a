import eventlet


def wait_until_active(client, volume_id, interval=2):
    while client.get(volume_id).status != 'available':
        eventlet.sleep(interval)
